# cmake --install: the binary, the analysis core as one library with its headers, a pkg-config file.
add_library(planls STATIC)
foreach(layer ${PLANLS_CORE_LAYERS})
  target_sources(planls PRIVATE $<TARGET_OBJECTS:planls_${layer}_objects>)
endforeach()
set_target_properties(planls PROPERTIES LINKER_LANGUAGE C)

configure_file(server/cmake/planls.pc.in "${PROJECT_BINARY_DIR}/planls.pc" @ONLY)

install(TARGETS planls-bin RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
install(TARGETS planls ARCHIVE DESTINATION ${CMAKE_INSTALL_LIBDIR})
install(DIRECTORY include/planls DESTINATION ${CMAKE_INSTALL_INCLUDEDIR})
install(FILES "${PROJECT_BINARY_DIR}/planls.pc" DESTINATION ${CMAKE_INSTALL_LIBDIR}/pkgconfig)
