/* reference_paths.c: what looks like a file's name in text and code. */
#include "model/reference_build.h"

#include <string.h>

/* ---- extensions ------------------------------------------------------------------------------ */

/* Files that people keep under version control and name in plans. Not here: what only running
 * programs make (log, db, out), what is also the end of a host's name (com, org, io, ai, dev). */
static const char *const extensions[] = {
    "adoc",   "astro", "avif",     "bash",   "bat",     "bicep",   "c",       "cc",
    "cfg",    "cjs",   "clj",      "cmake",  "cmd",     "conf",    "cpp",     "cs",
    "csproj", "css",   "csv",      "cts",    "cxx",     "dart",    "diff",    "doc",
    "docx",   "ejs",   "erl",      "ex",     "exs",     "feature", "fish",    "fs",
    "gif",    "go",    "gql",      "gradle", "graphql", "groovy",  "h",       "hbs",
    "hcl",    "hh",    "hpp",      "hrl",    "hs",      "htm",     "html",    "ico",
    "ini",    "ipynb", "java",     "jl",     "jpeg",    "jpg",     "js",      "json",
    "json5",  "jsonc", "jsonl",    "jsx",    "kt",      "kts",     "less",    "lock",
    "lua",    "m",     "markdown", "md",     "mdc",     "mdx",     "mermaid", "mjs",
    "ml",     "mm",    "mod",      "mts",    "nim",     "nix",     "patch",   "pdf",
    "php",    "pl",    "plist",    "png",    "ppt",     "pptx",    "prisma",  "properties",
    "proto",  "ps1",   "psd1",     "psm1",   "puml",    "py",      "pyi",     "r",
    "rb",     "resx",  "rs",       "rst",    "sass",    "scala",   "scss",    "sh",
    "sln",    "snap",  "sol",      "sql",    "sum",     "svelte",  "svg",     "swift",
    "tcl",    "tex",   "tf",       "tfvars", "toml",    "ts",      "tsv",     "tsx",
    "txt",    "vim",   "vue",      "webp",   "xaml",    "xls",     "xlsx",    "xml",
    "yaml",   "yml",   "zig",      "zsh"};

static bool in_list(struct slice s, const char *const *list, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (slice_is_nocase(s, list[i]))
            return true;
    return false;
}

static bool is_extension(struct slice s)
{
    if (s.len == 0 || s.len > 10)
        return false;
    size_t low = 0, high = sizeof extensions / sizeof *extensions;
    while (low < high) { /* sorted: the binary search compares lower-cased bytes */
        size_t middle = low + (high - low) / 2;
        const char *e = extensions[middle];
        size_t i = 0;
        while (i < s.len && e[i] && ascii_lower(s.ptr[i]) == e[i])
            i++;
        unsigned char mine = i < s.len ? (unsigned char)ascii_lower(s.ptr[i]) : 0;
        unsigned char other = (unsigned char)e[i];
        if (mine == other)
            return true;
        if (mine < other)
            high = middle;
        else
            low = middle + 1;
    }
    return false;
}

bool path_is_document(struct slice path)
{
    static const char *const documents[] = {"md",   "markdown", "mdx", "txt", "rst",
                                            "adoc", "pdf",      "doc", "docx"};
    size_t dot = slice_find_last_byte(path, '.');
    return dot != SLICE_NONE &&
           in_list(slice_from(path, dot + 1), documents, sizeof documents / sizeof *documents);
}

/* ---- names that are no files ------------------------------------------------------------------ */

/* Products and expressions that end like a file. */
static bool is_product(struct slice name)
{
    static const char *const names[] = {
        "node.js",       "next.js",         "vue.js",        "react.js",    "express.js",
        "nuxt.js",       "three.js",        "d3.js",         "p5.js",       "chart.js",
        "socket.js",     "moment.js",       "alpine.js",     "ember.js",    "backbone.js",
        "angular.js",    "discord.js",      "tensorflow.js", "brain.js",    "matter.js",
        "day.js",        "sails.js",        "nest.js",       "electron.js", "video.js",
        "howler.js",     "tone.js",         "ethers.js",     "web3.js",     "hono.js",
        "fabric.js",     "konva.js",        "pixi.js",       "gatsby.js",   "require.js",
        "svelte.js",     "transformers.js", "backlog.md",    "res.json",    "req.json",
        "response.json", "request.json",    "resp.json",     "r.json",      "auth.js",
        "deck.gl",       "this.md"};
    return in_list(name, names, sizeof names / sizeof *names);
}

/* ".d.ts", ".stories.tsx", ".agent.md": how names end, not a file whose name begins with a dot. */
static bool is_ending(struct slice name)
{
    static const char *const words[] = {"d",         "native",      "stories", "web",    "test",
                                        "spec",      "ios",         "e2e",     "config", "module",
                                        "component", "service",     "agent",   "prompt", "min",
                                        "prod",      "instructions"};
    if (name.ptr[0] != '.')
        return false;
    size_t dot = slice_find_byte(slice_from(name, 1), '.');
    return dot != SLICE_NONE &&
           in_list(slice_sub(name, 1, dot + 1), words, sizeof words / sizeof *words);
}

/* A part that stands for something: X, Y, N, NN, XXX, YYYY, MM, DD. */
static bool is_variable_part(struct slice part)
{
    if (slice_starts(part, SLICE("YYYY")))
        return true;
    if (part.len == 0 || !strchr("XYNMD", part.ptr[0]))
        return false;
    for (size_t i = 1; i < part.len; i++)
        if (part.ptr[i] != part.ptr[0])
            return false;
    return part.len > 1 ? part.len == 2 || part.ptr[0] != 'M' : strchr("XYN", part.ptr[0]) != NULL;
}

/* week-X-Y/SUMMARY.md, NNN-name.md, YYYY-MM-DD.md */
static bool is_pattern(struct slice path)
{
    size_t start = 0;
    for (size_t i = 0; i <= path.len; i++) {
        if (i < path.len && !strchr("-_/.", path.ptr[i]))
            continue;
        if (is_variable_part(slice_sub(path, start, i)))
            return true;
        start = i + 1;
    }
    return slice_contains(path, SLICE("...")) || slice_contains(path, SLICE("path/to/"));
}

/* "README.md/CONTRIBUTING.md": two files, no folder ends like a document. */
static bool names_two(struct slice path)
{
    size_t slash = slice_find_byte(path, '/');
    return slash != SLICE_NONE && slash > 3 && path_is_document(slice_sub(path, 0, slash));
}

/* The last part has a stem and a known extension; the whole is relative and no pattern. */
static bool is_file_name(struct slice path)
{
    size_t slash = slice_find_last_byte(path, '/');
    struct slice name = slash == SLICE_NONE ? path : slice_from(path, slash + 1);
    size_t dot = slice_find_last_byte(name, '.');
    if (dot == SLICE_NONE || dot == 0 || !is_extension(slice_from(name, dot + 1)))
        return false;
    if (path.ptr[0] == '/' || path.ptr[0] == '~' || slice_contains(path, SLICE("//")))
        return false;
    /* "a.m", "e.g" and the like: one letter before one letter */
    if (slash == SLICE_NONE && dot == 1 && name.len == 3)
        return false;
    if (slash == SLICE_NONE && (is_product(name) || is_ending(name)))
        return false;
    return !is_pattern(path) && !names_two(path);
}

/* ---- in running text -------------------------------------------------------------------------- */

static bool is_path_byte(char c)
{
    return ascii_is_alnum(c) || c == '_' || c == '-' || c == '.' || c == '/' || c == '+' ||
           c == '~' || c == '%' || c == '@';
}

bool path_may_occur(struct slice s)
{
    const char *at = s.ptr, *end = s.ptr + s.len;
    while (at < end && (at = memchr(at, '.', (size_t)(end - at)))) {
        if (at + 1 < end && ascii_is_alpha(at[1]) && at > s.ptr && !ascii_is_space(at[-1]))
            return true;
        at++;
    }
    return false;
}

/* Nothing may stand around a name that makes it a part of something else: a glob, a template, a
 * Windows path, an accented word. `*` only where it opens and closes emphasis. */
static bool stands_alone(struct slice s, size_t start, size_t end)
{
    char next = end < s.len ? s.ptr[end] : ' ';
    if (strchr("{<$\\(", next))
        return false;
    if (start == 0)
        return next != '*';
    unsigned char before = (unsigned char)s.ptr[start - 1];
    if (before >= 0x80) /* dashes, quotes and ideographs have three bytes, letters of words two */
        return start >= 3 && (unsigned char)s.ptr[start - 3] >= 0xE2;
    if (before == '*')
        return next == '*' || (start >= 2 && s.ptr[start - 2] == '*');
    return next != '*' && !strchr("\\{}<$?&#", (char)before);
}

static size_t line_number_length(struct slice s)
{
    size_t n = 1;
    if (s.len < 2 || s.ptr[0] != ':' || !ascii_is_digit(s.ptr[1]))
        return 0;
    while (n < s.len &&
           (ascii_is_digit(s.ptr[n]) || s.ptr[n] == '-' || s.ptr[n] == ':' || s.ptr[n] == ','))
        n++;
    while (!ascii_is_digit(s.ptr[n - 1]))
        n--;
    return n;
}

/* The file name in a token, without what ends the sentence. */
static size_t file_length(struct slice token)
{
    while (token.len && strchr("./-_+~%@", token.ptr[token.len - 1]))
        token.len--;
    return token.len && is_file_name(token) ? token.len : 0;
}

bool path_next(struct slice s, size_t *at, size_t *start, size_t *end)
{
    size_t i = *at;
    while (i < s.len) {
        while (i < s.len && !is_path_byte(s.ptr[i]))
            i++;
        size_t from = i;
        bool dot = false;
        while (i < s.len && is_path_byte(s.ptr[i]))
            dot = s.ptr[i++] == '.' || dot;
        if (!dot)
            continue;
        struct slice token = slice_sub(s, from + (s.ptr[from] == '@'), i);
        /* an emphasised name keeps its underscores, `_FILE.md_` does not */
        while (token.len > 1 && token.ptr[0] == '_' && token.ptr[token.len - 1] == '_')
            token = slice_sub(token, 1, token.len - 1);
        size_t offset = (size_t)(token.ptr - s.ptr);
        size_t length = file_length(token);
        if (length == 0 || !stands_alone(s, from, i) ||
            slice_find_byte(slice_sub(token, 0, length), '@') != SLICE_NONE)
            continue;
        *start = offset;
        *end = offset + length;
        *at = i + line_number_length(slice_from(s, i));
        return true;
    }
    *at = s.len;
    return false;
}

/* ---- in code ---------------------------------------------------------------------------------- */

bool path_is_code(struct slice s, size_t *length)
{
    size_t n = 0;
    if (s.len && s.ptr[0] == '@')
        return false;
    while (n < s.len &&
           (is_path_byte(s.ptr[n]) || (unsigned char)s.ptr[n] >= 0x80 || strchr("[]()", s.ptr[n])))
        n++;
    struct slice rest = slice_from(s, n);
    bool located = rest.len == 0 || slice_starts(rest, SLICE("::")) || rest.ptr[0] == '#' ||
                   line_number_length(rest) == rest.len;
    if (!located || n == 0 || !is_file_name(slice_sub(s, 0, n)))
        return false;
    *length = n;
    return true;
}

/* ---- in links ---------------------------------------------------------------------------------- */

static bool has_scheme(struct slice target)
{
    for (size_t i = 0; i < target.len; i++) {
        char c = target.ptr[i];
        if (c == ':')
            return i > 0;
        if (!ascii_is_alnum(c) && c != '+' && c != '-' && c != '.')
            return false;
    }
    return false;
}

bool path_is_local_target(struct slice target)
{
    static const char *const placeholders[] = {"url", "link", "path", "href", "todo", "tbd", "#"};
    target = slice_trim(target);
    if (target.len == 0 || has_scheme(target) || slice_starts(target, SLICE("//")) ||
        in_list(target, placeholders, sizeof placeholders / sizeof *placeholders))
        return false;
    for (size_t i = 0; i < target.len; i++)
        if (strchr("{}<>*|\"\n", target.ptr[i]) ||
            (i + 2 < target.len && target.ptr[i] == '.' && target.ptr[i + 1] == '.' &&
             target.ptr[i + 2] == '.'))
            return false;
    return !slice_starts(target, SLICE("…")) && !slice_starts(target, SLICE("www."));
}

static int hex_value(char c)
{
    if (ascii_is_digit(c))
        return c - '0';
    c = ascii_lower(c);
    return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

/* An entity that stands for a character which people and programs write so; its length, or 0. */
static size_t entity_at(struct slice s, char *c)
{
    static const struct {
        const char *name;
        char c;
    } entities[] = {{"&amp;", '&'},  {"&#38;", '&'}, {"&quot;", '"'},
                    {"&#39;", '\''}, {"&lt;", '<'},  {"&gt;", '>'}};
    for (size_t i = 0; i < sizeof entities / sizeof *entities; i++)
        if (slice_starts(s, slice_of(entities[i].name))) {
            *c = entities[i].c;
            return strlen(entities[i].name);
        }
    return 0;
}

struct slice path_decode(struct arena *arena, struct slice s)
{
    char *out = arena_alloc(arena, s.len + 1);
    size_t len = 0;
    for (size_t i = 0; i < s.len; i++) {
        size_t entity = s.ptr[i] == '&' ? entity_at(slice_from(s, i), &out[len]) : 0;
        bool escape = s.ptr[i] == '%' && i + 2 < s.len && hex_value(s.ptr[i + 1]) >= 0 &&
                      hex_value(s.ptr[i + 2]) >= 0;
        if (entity) {
            len++;
            i += entity - 1;
        } else if (escape) {
            out[len++] = (char)(hex_value(s.ptr[i + 1]) * 16 + hex_value(s.ptr[i + 2]));
            i += 2;
        } else if (s.ptr[i] == '\\' && i + 1 < s.len && s.ptr[i + 1] > ' ' && s.ptr[i + 1] < 0x7F &&
                   !ascii_is_alnum(s.ptr[i + 1])) {
            out[len++] = s.ptr[++i];
        } else {
            out[len++] = s.ptr[i];
        }
    }
    return (struct slice){out, len};
}
