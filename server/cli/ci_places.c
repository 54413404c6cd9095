/* ci_places.c: paths, places and texts as the machines of a build understand them. */
#include "cli/ci_places.h"

#include "host/paths.h"
#include "text/utf8.h"

const char *ci_root(struct projects *projects)
{
    const char *root = projects->all.items[0]->root;
    const char *git = paths_git_root(&projects->arena, root);
    return git ? git : root;
}

const char *ci_path(struct projects *projects, const char *ci_root, const struct project *project,
                    const char *path)
{
    return paths_from(&projects->arena, ci_root,
                      paths_absolute(&projects->arena, project->root, path));
}

struct ci_region ci_region(struct place_cursor *cursor, const struct text *text,
                           struct planls_range range)
{
    if (!text)
        return (struct ci_region){1, 1, 1, 1};
    struct text_position start = place_of(cursor, text, range.start);
    struct text_position end = place_of(cursor, text, range.end);
    return (struct ci_region){(unsigned)start.line + 1, (unsigned)start.column + 1,
                              (unsigned)end.line + 1, (unsigned)end.column + 1};
}

void ci_text(struct strbuf *out, struct slice text)
{
    while (text.len) {
        size_t valid = utf8_valid_prefix(text);
        strbuf_append(out, slice_sub(text, 0, valid));
        text = slice_from(text, valid);
        if (text.len == 0)
            return;
        utf8_append(out, UTF8_REPLACEMENT);
        text = slice_from(text, 1);
    }
}

void ci_uri(struct strbuf *out, const char *path)
{
    for (; *path; path++) {
        if (ascii_is_alnum(*path) || strchr("-._~/", *path))
            strbuf_putc(out, *path);
        else
            strbuf_printf(out, "%%%02X", (unsigned)(unsigned char)*path);
    }
}
