# planls-bundle: the binary that editors' packages carry, in bundle/planls of the build tree. It needs nothing that
# a user's machine may lack: on Linux it is linked statically, elsewhere with the libraries' archives.
#
# Debian has no archive of cJSON. Where there is none its source is compiled in: of the folder PLANLS_CJSON_SOURCE,
# else Debian's own source package, which apt fetches and verifies when the target is built (no root needed).
set(PLANLS_CJSON_SOURCE "" CACHE PATH "Folder with cJSON.c, for planls-bundle, where there is no libcjson.a")
set(planls_bundle_folder "${PROJECT_BINARY_DIR}/bundle")
find_program(PLANLS_APT_GET apt-get)
mark_as_advanced(PLANLS_APT_GET)

add_executable(planls-bundle EXCLUDE_FROM_ALL server/main.c)
set_target_properties(planls-bundle PROPERTIES
  OUTPUT_NAME planls RUNTIME_OUTPUT_DIRECTORY "${planls_bundle_folder}")
target_include_directories(planls-bundle PRIVATE ${PROJECT_SOURCE_DIR}/server ${PROJECT_SOURCE_DIR}/include)
target_link_libraries(planls-bundle PRIVATE planls_options)

# The layers' archives by file: as targets they would bring the shared libraries along.
foreach(layer cli lsp host features rules edits analysis workspace model syntax text base)
  add_dependencies(planls-bundle planls_${layer})
  target_link_libraries(planls-bundle PRIVATE "$<TARGET_FILE:planls_${layer}>")
endforeach()

set(planls_bundle_missing "")
function(planls_bundle_archive prefix)
  string(REPLACE ";" " or " names "${ARGN}")
  find_library(PLANLS_${prefix}_ARCHIVE NAMES ${ARGN} HINTS ${${prefix}_LIBRARY_DIRS} ${${prefix}_LIBDIR})
  mark_as_advanced(PLANLS_${prefix}_ARCHIVE)
  if(PLANLS_${prefix}_ARCHIVE)
    target_link_libraries(planls-bundle PRIVATE "${PLANLS_${prefix}_ARCHIVE}")
  else()
    set(planls_bundle_missing ${planls_bundle_missing} "${names}" PARENT_SCOPE)
  endif()
endfunction()

planls_bundle_archive(LIBUV libuv_a.a libuv.a)
planls_bundle_archive(TREE_SITTER libtree-sitter.a)
planls_bundle_archive(YAML libyaml.a)
planls_bundle_archive(UTF8PROC libutf8proc.a)

find_library(PLANLS_CJSON_ARCHIVE NAMES libcjson.a HINTS ${CJSON_LIBRARY_DIRS} ${CJSON_LIBDIR})
mark_as_advanced(PLANLS_CJSON_ARCHIVE)
if(PLANLS_CJSON_ARCHIVE)
  target_link_libraries(planls-bundle PRIVATE "${PLANLS_CJSON_ARCHIVE}")
elseif(PLANLS_CJSON_SOURCE OR PLANLS_APT_GET)
  set(source "${planls_bundle_folder}/cjson/cJSON.c")
  add_custom_command(OUTPUT "${source}"
    COMMAND ${CMAKE_COMMAND} "-DOUT=${planls_bundle_folder}/cjson" "-DFROM=${PLANLS_CJSON_SOURCE}"
      "-DAPT_GET=${PLANLS_APT_GET}" -P "${PROJECT_SOURCE_DIR}/server/cmake/cjson_source.cmake"
    DEPENDS "${PROJECT_SOURCE_DIR}/server/cmake/cjson_source.cmake"
    COMMENT "Getting the source of cJSON")
  target_sources(planls-bundle PRIVATE "${source}")
  set_source_files_properties("${source}" PROPERTIES COMPILE_OPTIONS "-w")
else()
  list(APPEND planls_bundle_missing "libcjson.a (or -DPLANLS_CJSON_SOURCE=FOLDER)")
endif()

if(CMAKE_SYSTEM_NAME STREQUAL "Linux")
  # libuv's getpwuid_r is asked only where HOME is not set, and may fail then.
  target_link_options(planls-bundle PRIVATE -static)
  target_link_libraries(planls-bundle PRIVATE m pthread dl rt)
endif()
target_link_options(planls-bundle PRIVATE -s)

if(planls_bundle_missing)
  string(REPLACE ";" ", " missing "${planls_bundle_missing}")
  add_custom_target(planls-bundle-missing
    COMMAND ${CMAKE_COMMAND} -E echo "planls-bundle needs archives that are not there: ${missing}"
    COMMAND ${CMAKE_COMMAND} -E false VERBATIM)
  add_dependencies(planls-bundle planls-bundle-missing)
endif()
