# What planls needs from the system. A missing one ends with one line that names its package.
find_package(PkgConfig QUIET)
if(NOT PKG_CONFIG_FOUND)
  message(FATAL_ERROR "pkg-config is missing. Debian/Ubuntu: apt install pkg-config; macOS: brew install pkg-config")
endif()

function(planls_require prefix module debian brew)
  pkg_check_modules(${prefix} QUIET IMPORTED_TARGET GLOBAL ${module})
  if(NOT ${prefix}_FOUND)
    message(FATAL_ERROR "${module} is missing. Debian/Ubuntu: apt install ${debian}; macOS: brew install ${brew}")
  endif()
  set(${prefix}_FOUND TRUE PARENT_SCOPE)
endfunction()

planls_require(CJSON libcjson libcjson-dev cjson)
planls_require(LIBUV libuv libuv1-dev libuv)
planls_require(TREE_SITTER tree-sitter libtree-sitter-dev tree-sitter)
planls_require(YAML yaml-0.1 libyaml-dev libyaml)
planls_require(UTF8PROC libutf8proc libutf8proc-dev utf8proc)

find_path(UTHASH_INCLUDE_DIR uthash.h)
if(NOT UTHASH_INCLUDE_DIR)
  message(FATAL_ERROR "uthash.h is missing. Debian/Ubuntu: apt install uthash-dev; macOS: brew install uthash")
endif()
