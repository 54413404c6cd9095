# Generates GRAMMAR's parser into OUT and compares it with the committed one. The CLI is $TREE_SITTER, else
# DEFAULT_CLI (found on the PATH); without one there is nothing to do.
set(cli "$ENV{TREE_SITTER}")
if(NOT cli)
  set(cli "${DEFAULT_CLI}")
endif()
if(NOT cli OR cli MATCHES "NOTFOUND$" OR NOT EXISTS "${cli}")
  message("skipped: no tree-sitter CLI on the PATH or in TREE_SITTER")
  return()
endif()
file(MAKE_DIRECTORY "${OUT}")
execute_process(COMMAND "${cli}" generate --abi 14 --output "${OUT}" "${GRAMMAR}/grammar.js"
  WORKING_DIRECTORY "${OUT}" RESULT_VARIABLE status OUTPUT_VARIABLE output ERROR_VARIABLE output)
if(NOT status EQUAL 0)
  message(FATAL_ERROR "${cli} generate failed:\n${output}")
endif()
execute_process(COMMAND ${CMAKE_COMMAND} -E compare_files --ignore-eol "${OUT}/parser.c" "${GRAMMAR}/src/parser.c"
  RESULT_VARIABLE differ)
if(differ)
  message(FATAL_ERROR "${GRAMMAR}/src/parser.c is not what ${cli} generates from grammar.js (grammars/README.md)")
endif()
