/* temp.h: a folder of a test's own, filled by lines and removed with all that is in it. */
#ifndef PLANLS_TESTS_HOST_TEMP_H
#define PLANLS_TESTS_HOST_TEMP_H

#include "host/paths.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <uv.h>

struct temp {
    struct arena arena;
    const char *root; /* resolved */
};

static inline void temp_init(struct temp *temp)
{
    arena_init(&temp->arena);
    char tmp[512];
    size_t size = sizeof tmp;
    if (uv_os_tmpdir(tmp, &size))
        abort();
    uv_fs_t request;
    const char *template = arena_printf(&temp->arena, "%s/planls-test-XXXXXX", tmp);
    if (uv_fs_mkdtemp(NULL, &request, template, NULL))
        abort();
    temp->root = paths_real(&temp->arena, request.path);
    uv_fs_req_cleanup(&request);
}

static inline const char *temp_path(struct temp *temp, const char *relative)
{
    return paths_join(&temp->arena, temp->root, slice_of(relative));
}

/* Makes the folders above `path`, too. */
static inline void temp_folder(struct temp *temp, const char *relative)
{
    uv_fs_t request;
    for (size_t i = 0; i <= strlen(relative); i++) {
        if (relative[i] != '/' && relative[i] != '\0')
            continue;
        struct slice part = {relative, i};
        uv_fs_mkdir(NULL, &request, paths_join(&temp->arena, temp->root, part), 0777, NULL);
        uv_fs_req_cleanup(&request);
    }
}

static inline void temp_file(struct temp *temp, const char *relative, const char *text)
{
    const char *slash = strrchr(relative, '/');
    if (slash)
        temp_folder(temp, arena_printf(&temp->arena, "%.*s", (int)(slash - relative), relative));
    FILE *file = fopen(temp_path(temp, relative), "wb");
    if (!file || fwrite(text, 1, strlen(text), file) != strlen(text) || fclose(file))
        abort();
}

static inline void temp_link(struct temp *temp, const char *target, const char *relative)
{
    uv_fs_t request;
    if (uv_fs_symlink(NULL, &request, target, temp_path(temp, relative), 0, NULL))
        abort();
    uv_fs_req_cleanup(&request);
}

static inline void temp_mode(struct temp *temp, const char *relative, int mode)
{
    uv_fs_t request;
    if (uv_fs_chmod(NULL, &request, temp_path(temp, relative), mode, NULL))
        abort();
    uv_fs_req_cleanup(&request);
}

static inline void temp_remove_folder(struct arena *arena, const char *folder)
{
    uv_fs_t request, inner;
    uv_dirent_t entry;
    uv_fs_scandir(NULL, &request, folder, 0, NULL);
    while (uv_fs_scandir_next(&request, &entry) == 0) {
        const char *path = paths_join(arena, folder, slice_of(entry.name));
        if (entry.type == UV_DIRENT_DIR) {
            temp_remove_folder(arena, path);
        } else {
            uv_fs_unlink(NULL, &inner, path, NULL);
            uv_fs_req_cleanup(&inner);
        }
    }
    uv_fs_req_cleanup(&request);
    uv_fs_rmdir(NULL, &request, folder, NULL);
    uv_fs_req_cleanup(&request);
}

static inline void temp_release(struct temp *temp)
{
    temp_remove_folder(&temp->arena, temp->root);
    arena_release(&temp->arena);
}

#endif
