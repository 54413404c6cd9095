# How our own code is compiled: C11 without extensions, every warning that has paid for itself.
set(CMAKE_C_STANDARD 11)
set(CMAKE_C_STANDARD_REQUIRED ON)
set(CMAKE_C_EXTENSIONS OFF)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
if(NOT CMAKE_BUILD_TYPE)
  set(CMAKE_BUILD_TYPE Release)
endif()

# Small, and as fast: -O3 gains nothing measurable here. Nothing unwinds the stack, and what nobody calls goes.
if(CMAKE_C_COMPILER_ID MATCHES "GNU|Clang")
  set(CMAKE_C_FLAGS_RELEASE "-O2 -DNDEBUG -ffunction-sections -fdata-sections -fno-asynchronous-unwind-tables")
  if(CMAKE_SYSTEM_NAME STREQUAL "Linux")
    set(CMAKE_EXE_LINKER_FLAGS_RELEASE "-Wl,--gc-sections")
  endif()
endif()

# An eighth of the program would be addresses to be moved at the start: two bits each do where linker and loader know how.
if(CMAKE_BUILD_TYPE STREQUAL "Release" AND CMAKE_SYSTEM_NAME STREQUAL "Linux" AND NOT CMAKE_CROSSCOMPILING)
  include(CheckCSourceRuns)
  set(CMAKE_REQUIRED_LINK_OPTIONS "-pie;-Wl,-z,pack-relative-relocs")
  set(CMAKE_REQUIRED_FLAGS -fPIE)
  check_c_source_runs("static int zero; static int *const at = &zero; int main(void) { return *at; }"
    PLANLS_PACKS_RELOCATIONS)
  unset(CMAKE_REQUIRED_LINK_OPTIONS)
  unset(CMAKE_REQUIRED_FLAGS)
  if(PLANLS_PACKS_RELOCATIONS)
    string(APPEND CMAKE_EXE_LINKER_FLAGS_RELEASE " -Wl,-z,pack-relative-relocs")
  endif()
endif()

option(PLANLS_WERROR "Treat warnings as errors" OFF)
set(PLANLS_SANITIZE "" CACHE STRING "Sanitizers, as for -fsanitize= (address,undefined or thread)")
option(PLANLS_FUZZ "Build the libFuzzer targets (clang)" OFF)

add_library(planls_options INTERFACE)
target_compile_options(planls_options INTERFACE
  -Wall -Wextra -Wpedantic -Wconversion -Wshadow -Wstrict-prototypes -Wmissing-prototypes
  $<$<BOOL:${PLANLS_WERROR}>:-Werror>)

add_compile_definitions(PLANLS_VERSION="${PROJECT_VERSION}")

if(PLANLS_SANITIZE)
  add_compile_options(-fsanitize=${PLANLS_SANITIZE} -fno-omit-frame-pointer -fno-sanitize-recover=all)
  add_link_options(-fsanitize=${PLANLS_SANITIZE})
endif()
if(PLANLS_FUZZ)
  add_compile_options(-fsanitize=fuzzer-no-link)
endif()
