# Run by bundle.cmake: puts cJSON.c and cJSON.h into OUT, from the folder FROM or else from Debian's source package,
# which APT_GET fetches by the machine's own sources and keys. Lists and packages stay below OUT.
if(FROM)
  file(COPY "${FROM}/cJSON.c" "${FROM}/cJSON.h" DESTINATION "${OUT}")
  return()
endif()

set(apt "${OUT}/apt")
file(REMOVE_RECURSE "${apt}")
file(MAKE_DIRECTORY "${apt}/lists/partial" "${apt}/cache/archives/partial" "${apt}/sources" "${apt}/source")

# The same places for sources as for binaries, of Debian's own suites only.
file(GLOB lists /etc/apt/sources.list /etc/apt/sources.list.d/*.list)
set(number 0)
foreach(list ${lists})
  math(EXPR number "${number} + 1")
  file(STRINGS "${list}" lines REGEX "^deb .*debian")
  list(JOIN lines "\n" text)
  string(REGEX REPLACE "(^|\n)deb " "\\1deb-src " text "${text}")
  file(WRITE "${apt}/sources/${number}.list" "${text}\n")
endforeach()
file(GLOB lists /etc/apt/sources.list.d/*.sources)
foreach(list ${lists})
  file(READ "${list}" text)
  if(NOT text MATCHES "debian")
    continue()
  endif()
  math(EXPR number "${number} + 1")
  string(REGEX REPLACE "(^|\n)Types:[^\n]*" "\\1Types: deb-src" text "${text}")
  file(WRITE "${apt}/sources/${number}.sources" "${text}\n")
endforeach()

set(options -q -o Dir::Etc::sourcelist=- -o "Dir::Etc::sourceparts=${apt}/sources" -o "Dir::State::lists=${apt}/lists"
  -o "Dir::Cache=${apt}/cache" -o APT::Sandbox::User=)
foreach(step "update" "source;cjson")
  execute_process(COMMAND "${APT_GET}" ${options} ${step} WORKING_DIRECTORY "${apt}/source"
    RESULT_VARIABLE status OUTPUT_VARIABLE output ERROR_VARIABLE output)
  if(NOT status EQUAL 0)
    message(FATAL_ERROR "${output}\nDebian's source of cJSON could not be fetched (dpkg-dev is needed). Give the "
      "folder of cJSON.c by -DPLANLS_CJSON_SOURCE=FOLDER")
  endif()
endforeach()
file(GLOB source "${apt}/source/cjson-*/cJSON.c")
get_filename_component(folder "${source}" DIRECTORY)
file(COPY "${folder}/cJSON.c" "${folder}/cJSON.h" DESTINATION "${OUT}")
file(REMOVE_RECURSE "${apt}")
