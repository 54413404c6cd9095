# Run by ctest: a fresh copy of the example plan, a fresh home, then Neovim with scenario.lua.
if(NOT NVIM)
  message(STATUS "skipped: no nvim on PATH (Debian/Ubuntu: apt install neovim)")
  return()
endif()
file(REMOVE_RECURSE "${WORK}")
file(MAKE_DIRECTORY "${WORK}/home")
file(COPY "${SOURCE}/tests/fixtures/example" DESTINATION "${WORK}")
file(WRITE "${WORK}/example/.planls.json" "{}\n")
set(ENV{HOME} "${WORK}/home")
set(ENV{XDG_CONFIG_HOME} "${WORK}/home")
set(ENV{XDG_STATE_HOME} "${WORK}/home")
set(ENV{XDG_CACHE_HOME} "${WORK}/home")
set(ENV{XDG_DATA_HOME} "${WORK}/home")
set(ENV{PLANLS} "${PLANLS}")
set(ENV{PLANLS_NVIM} "${SOURCE}/editors/nvim")
execute_process(
  COMMAND "${NVIM}" --headless -u NONE -i NONE -n -c "luafile ${SOURCE}/tests/nvim/scenario.lua"
  WORKING_DIRECTORY "${WORK}/example" RESULT_VARIABLE result OUTPUT_VARIABLE output ERROR_VARIABLE output
  TIMEOUT 100)
message("${output}")
if(NOT result EQUAL 0)
  message(FATAL_ERROR "the scenario failed in ${NVIM}")
endif()
