# Run by ctest: the tests of pom.xml on one version of LSP4J, with the binary that was built.
if(NOT MVN OR NOT JAVAC)
  message(STATUS "skipped: Java or Maven is missing (Debian/Ubuntu: apt install maven default-jdk-headless)")
  return()
endif()
get_filename_component(folder "${PLANLS}" DIRECTORY)
execute_process(
  COMMAND "${MVN}" --batch-mode --no-transfer-progress --file "${CMAKE_CURRENT_LIST_DIR}/pom.xml"
    "-Dlsp4j.version=${VERSION}" "-Dplanls.folder=${folder}" "-Dplanls.target=${TARGET}" test
  RESULT_VARIABLE result)
if(NOT result EQUAL 0)
  message(FATAL_ERROR "the JetBrains client's tests failed on LSP4J ${VERSION}")
endif()
