# Collects every RULE(name) below server/rules into the rule table and compiles the pages in, so that
# adding a rule edits no shared list.
set(planls_rules_generated "${PROJECT_BINARY_DIR}/generated/rule_table.c")
file(GLOB planls_rule_files CONFIGURE_DEPENDS
  "${PROJECT_SOURCE_DIR}/server/rules/*.c" "${PROJECT_SOURCE_DIR}/server/rules/*.md")
add_custom_command(
  OUTPUT "${planls_rules_generated}"
  COMMAND ${CMAKE_COMMAND} "-DRULES=${PROJECT_SOURCE_DIR}/server/rules" "-DOUT=${planls_rules_generated}"
    -P "${PROJECT_SOURCE_DIR}/server/cmake/rule_table.cmake"
  DEPENDS ${planls_rule_files} "${PROJECT_SOURCE_DIR}/server/cmake/rule_table.cmake"
  COMMENT "Collecting the rules")
target_sources(planls_rules_objects PRIVATE "${planls_rules_generated}")
