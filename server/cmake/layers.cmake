# planls_layer(NAME [USES LAYER] [PACKAGES P…] [SOURCES GENERATED_C…]): one static library for
# server/NAME that sees the layers to its left. Core layers also go into the one library that is
# installed for embedding (install.cmake).
set(PLANLS_CORE_LAYERS base text syntax model workspace analysis edits rules features)

function(planls_layer name)
  cmake_parse_arguments(arg "" "USES" "PACKAGES;SOURCES" ${ARGN})
  file(GLOB sources CONFIGURE_DEPENDS "${PROJECT_SOURCE_DIR}/server/${name}/*.c")
  add_library(planls_${name}_objects OBJECT ${sources} ${arg_SOURCES})
  add_library(planls_${name} STATIC $<TARGET_OBJECTS:planls_${name}_objects>)
  set_target_properties(planls_${name} planls_${name}_objects PROPERTIES LINKER_LANGUAGE C)
  # The generated parsers are not ours to warn about.
  foreach(generated ${arg_SOURCES})
    get_filename_component(folder ${generated} DIRECTORY)
    if(generated MATCHES "parser\\.c$")
      set_source_files_properties(${generated} PROPERTIES COMPILE_OPTIONS "-w;-I${PROJECT_SOURCE_DIR}/${folder}")
    else()
      # Scanners take memory where the library does: without any they end as it does.
      set_source_files_properties(${generated} PROPERTIES
        COMPILE_OPTIONS "-I${PROJECT_SOURCE_DIR}/${folder};-DTREE_SITTER_REUSE_ALLOCATOR")
    endif()
  endforeach()
  target_include_directories(planls_${name}_objects PRIVATE ${PROJECT_SOURCE_DIR}/server ${PROJECT_SOURCE_DIR}/include)
  target_include_directories(planls_${name} INTERFACE ${PROJECT_SOURCE_DIR}/server ${PROJECT_SOURCE_DIR}/include)
  target_link_libraries(planls_${name}_objects PRIVATE planls_options)
  foreach(package ${arg_PACKAGES})
    target_link_libraries(planls_${name}_objects PRIVATE PkgConfig::${package})
    target_link_libraries(planls_${name} PUBLIC PkgConfig::${package})
  endforeach()
  # uv.h needs POSIX names that strict C11 hides; the core does without them.
  if("LIBUV" IN_LIST arg_PACKAGES)
    target_compile_definitions(planls_${name}_objects PRIVATE _XOPEN_SOURCE=700 _DARWIN_C_SOURCE)
    target_compile_definitions(planls_${name} INTERFACE _XOPEN_SOURCE=700 _DARWIN_C_SOURCE)
  endif()
  target_include_directories(planls_${name}_objects SYSTEM PRIVATE ${UTHASH_INCLUDE_DIR})
  if(arg_USES)
    target_link_libraries(planls_${name} PUBLIC planls_${arg_USES})
  else()
    target_link_libraries(planls_${name} PUBLIC $<$<PLATFORM_ID:Linux>:m>)
  endif()
endfunction()
