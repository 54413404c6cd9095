/* write_back.c: changed documents back to the disk. */
#include "cli/write_back.h"

#include "host/files.h"
#include "host/paths.h"

#include <string.h>
#include <uv.h>

/* Is the file as it was read? False after one line. */
static bool is_as_read(const char *file, const char *shown, struct slice old_text)
{
    struct strbuf now;
    strbuf_init(&now, STRBUF_NO_LIMIT);
    enum host_error error = file_read(file, &now);
    bool same = slice_equal(strbuf_slice(&now), old_text);
    strbuf_release(&now);
    if (error)
        complain("cannot write %s: %s", shown, host_error_text(error));
    else if (!same)
        complain("%s: has changed while it was being mended; it was left as it is", shown);
    return !error && same;
}

bool write_back(struct projects *projects, const struct project *project, const char *path,
                struct slice old_text, struct slice new_text)
{
    const char *file = paths_absolute(&projects->arena, project->root, path);
    const char *shown = project_shown(projects, project, path);
    if (!is_as_read(file, shown, old_text))
        return false;
    enum host_error error = file_write(file, new_text);
    if (error)
        complain("cannot write %s: %s", shown, host_error_text(error));
    return !error;
}

bool write_away(struct projects *projects, const struct project *project, const char *path,
                struct slice old_text)
{
    const char *file = paths_absolute(&projects->arena, project->root, path);
    const char *shown = project_shown(projects, project, path);
    uv_fs_t request;
    if (!is_as_read(file, shown, old_text))
        return false;
    int error = uv_fs_unlink(NULL, &request, file, NULL);
    uv_fs_req_cleanup(&request);
    if (error)
        complain("cannot remove %s: %s", shown, uv_strerror(error));
    return !error;
}

bool write_new(struct projects *projects, const struct project *project, const char *path,
               struct slice text)
{
    char *file = arena_cstring(&projects->arena,
                               slice_of(paths_absolute(&projects->arena, project->root, path)));
    const char *shown = project_shown(projects, project, path);
    if (paths_kind(file, NULL) != PATH_KIND_NONE) {
        complain("%s is there already", shown);
        return false;
    }
    for (char *slash = file + strlen(project->root) + 1; (slash = strchr(slash, '/')); slash++) {
        uv_fs_t request;
        *slash = '\0';
        uv_fs_mkdir(NULL, &request, file, 0777,
                    NULL); /* a failure shows when the file is written */
        uv_fs_req_cleanup(&request);
        *slash = '/';
    }
    enum host_error error = file_write(file, text);
    if (error)
        complain("cannot write %s: %s", shown, host_error_text(error));
    return !error;
}
