#!/bin/sh
# typecheck.sh LSP4IJ: the plugin's sources, type-checked against a checkout of LSP4IJ (tag 0.20.1) and what there is
# of the IntelliJ platform outside of an IDE: JetBrains' own classes in kotlin-compiler (Maven Central) and, of 2018.3,
# in Debian's libintellij-platform-api-java. Prints what is wrong beyond what those lack: settings pages,
# notifications and processes, which only a build with Gradle can check. Not part of ctest: nothing brings a checkout.
set -e
lsp4ij=$1/src/main/java
[ -d "$lsp4ij" ] || { echo "usage: typecheck.sh CHECKOUT_OF_LSP4IJ"; exit 2; }
cd "$(dirname "$0")/../../editors/jetbrains"
for artifact in org.jetbrains.kotlin:kotlin-compiler:2.0.21 org.eclipse.lsp4j:org.eclipse.lsp4j:1.0.0 \
    org.jetbrains:annotations:24.0.1; do
  mvn -q -B org.apache.maven.plugins:maven-dependency-plugin:3.6.1:get -Dartifact=$artifact
done
jars=$(find "$HOME/.m2/repository" -name kotlin-compiler-2.0.21.jar -o -name 'org.eclipse.lsp4j*-1.0.0.jar' \
  -o -name annotations-24.0.1.jar -o -name 'gson-2*.jar' | tr '\n' ':')
debian=$(ls /usr/share/java/intellij-platform-api.jar /usr/share/java/intellij-core.jar /usr/share/java/intellij-util.jar \
  /usr/share/java/intellij-extensions.jar | tr '\n' ':')
out=$(mktemp -d)
javac -proc:none -implicit:none -Xmaxerrs 100000 -sourcepath "$lsp4ij" -cp "$jars$debian" -d "$out" \
  src/main/java/planls/jetbrains/*.java >"$out/log" 2>&1 || true
# Errors in the plugin's own files, each with its source line and what it is about.
lacking='com.intellij.notification|fileChooser|ShowSettingsUtil|NotificationType|NotificationAction|NotificationGroupManager|Configurable|TextBrowseFolderListener|TextFieldWithBrowseButton|JBLabel|FormBuilder|GeneralCommandLine|FileChooserDescriptor|LanguageStructureViewBuilder'
grep -A4 '^src/main/java/planls' "$out/log" | awk -v lacking="$lacking" '
  /^src\/main\/java\/planls.*error/ { tell(); said = $0; next }
  { said = said "\n" $0 }
  END { tell(); print wrong + 0, "errors beyond what is lacking here"; exit wrong > 0 }
  function tell() { if (said != "" && said !~ lacking) { print said; wrong++ } said = "" }'
