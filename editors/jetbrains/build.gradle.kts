// The plugin for JetBrains IDEs, over LSP4IJ. Needs Gradle 9 and a JDK 21; `gradle buildPlugin` makes
// build/distributions/planls-VERSION.zip. Binaries that stand in bin/TARGET/ (README.md) go into it.
plugins {
    java
    id("org.jetbrains.intellij.platform") version "2.18.1"
}

version = providers.gradleProperty("pluginVersion").get()

repositories {
    mavenCentral()
    intellijPlatform {
        defaultRepositories()
    }
}

dependencies {
    intellijPlatform {
        intellijIdeaCommunity(providers.gradleProperty("platformVersion"))
        plugin("com.redhat.devtools.lsp4ij", providers.gradleProperty("lsp4ijVersion").get())
        bundledPlugin("org.intellij.plugins.markdown")
        pluginVerifier()
    }
}

java {
    toolchain {
        languageVersion = JavaLanguageVersion.of(21)
    }
}

intellijPlatform {
    // No page of settings has options that a search could miss: it need not start an IDE to build.
    buildSearchableOptions = false
    pluginConfiguration {
        ideaVersion {
            sinceBuild = providers.gradleProperty("pluginSinceBuild")
            untilBuild = provider { null }
        }
    }
    pluginVerification {
        ides {
            recommended()
        }
    }
}

tasks {
    withType<JavaCompile> {
        options.encoding = "UTF-8"
        options.release = 17
    }
    processResources {
        from("template/settings.schema.json") {
            into("planls")
        }
    }
    prepareSandbox {
        from("bin") {
            into(pluginName.map { "$it/bin" })
        }
    }
}
