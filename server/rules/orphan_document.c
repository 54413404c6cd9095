/* orphan_document.c: a document that the index of its folder leaves out. */
#include "base/strbuf.h"
#include "rules/reference_rule.h"
#include "rules/rule.h"

#include <stdlib.h>

/* An index lists at least so many documents of its folder, and leaves out at most one for so many. */
#define LISTED_MIN      4
#define LISTED_PER_LEFT 4
#define FOLDER_MAX      500

struct member {
    const struct document *document;
    bool listed;  /* named anywhere */
    bool in_list; /* by an item of a list */
};

struct folder {
    struct member v[FOLDER_MAX];
    size_t len;
};

static struct slice name_of(struct slice path)
{
    size_t slash = slice_find_last_byte(path, '/');
    return slash == SLICE_NONE ? path : slice_from(path, slash + 1);
}

/* Documents that no index lists. */
static bool is_apart(const struct document *document)
{
    static const char *const names[] = {"readme", "index",  "changelog", "license", "contributing",
                                        "agents", "claude", "gemini",    "summary", "security"};
    struct slice name = name_of(document->path);
    size_t dot = slice_find_byte(name, '.');
    struct slice stem = slice_sub(name, 0, dot == SLICE_NONE ? name.len : dot);
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (slice_is_nocase(stem, names[i]))
            return true;
    return stem.len == 0 || stem.ptr[0] == '_' ||
           (document->model->kinds & (DOCUMENT_ARCHIVED | DOCUMENT_TEMPLATE | DOCUMENT_INDEX));
}

/* The documents of the same folder, by path; false where there are too many to be listed by hand. */
static bool read_folder(struct check *check, struct folder *folder)
{
    struct slice path = check->document->path;
    struct slice prefix = slice_sub(path, 0, path.len - name_of(path).len);
    struct slice bare = prefix.len ? slice_sub(prefix, 0, prefix.len - 1) : prefix;
    size_t count = workspace_count(check->workspace);
    for (size_t i = workspace_first_in(check->workspace, bare), seen = 0; i < count; i++) {
        const struct document *document = workspace_at(check->workspace, i);
        if (!slice_starts(document->path, prefix) || ++seen > FOLDER_MAX * 4)
            return seen <= FOLDER_MAX * 4;
        if (document == check->document ||
            name_of(document->path).len + prefix.len != document->path.len)
            continue;
        if (folder->len == FOLDER_MAX)
            return false;
        folder->v[folder->len++] = (struct member){document, false, false};
    }
    return true;
}

static struct member *find_member(struct folder *folder, const struct document *document)
{
    size_t low = 0, high = folder->len;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (slice_compare(folder->v[middle].document->path, document->path) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return low < folder->len && folder->v[low].document == document ? &folder->v[low] : NULL;
}

/* The list item whose first name is this reference, or 0. */
static uint32_t listing_item(const struct check *check, const struct reference *reference)
{
    const struct blocks *blocks = &check->document->blocks;
    uint32_t line = block_at(blocks, reference->span.start);
    uint32_t item = block_enclosing(blocks, line, BLOCK_ITEM);
    if (!item || blocks->v[line].kind != BLOCK_LINE || blocks->v[line].parent != item + 1)
        return 0;
    struct slice before = slice_sub(check->text, blocks->v[line].text.start, reference->span.start);
    for (size_t i = 0; i < before.len; i++)
        if (ascii_is_alnum(before.ptr[i]))
            return 0;
    return item;
}

/* A new item behind `item`, in the form of the one that names `like`. */
static void offer_entry(struct check *check, struct planls_diagnostic *diagnostic,
                        const struct reference *like, uint32_t item, const struct document *orphan)
{
    const struct block *block = &check->document->blocks.v[item];
    struct slice marker = span_slice(check->text, block->marker);
    struct slice name = name_of(orphan->path);
    if (marker.len != 1)
        return; /* numbers would have to follow */
    uint32_t start = block->span.start;
    while (start > 0 && check->text.ptr[start - 1] != '\n')
        start--;
    struct strbuf line;
    strbuf_init(&line, STRBUF_NO_LIMIT);
    bool crlf = block->span.end < check->text.len && check->text.ptr[block->span.end] == '\r';
    strbuf_puts(&line, crlf ? "\r\n" : "\n");
    if (like->kind == REFERENCE_LINK) {
        struct slice title = orphan->model->title.len ? orphan->model->title : name;
        strbuf_append(&line, slice_sub(check->text, start, like->span.start));
        strbuf_printf(&line, "[%.*s](%.*s)", SLICE_ARG(title), SLICE_ARG(name));
    } else {
        struct span target = like->target_span;
        struct slice behind = slice_from(check->text, target.end);
        size_t marks = 0;
        while (marks < behind.len && memchr("`*_", behind.ptr[marks], 3))
            marks++;
        strbuf_append(&line, slice_sub(check->text, start, target.start));
        strbuf_append(&line, name);
        strbuf_append(&line, slice_sub(behind, 0, marks));
    }
    struct planls_fix *fix = report_fix(check, diagnostic, false, "Add %.*s", SLICE_ARG(name));
    fix_edit(check, fix, check->document, (struct span){block->span.end, block->span.end},
             arena_copy(check->arena, strbuf_slice(&line)));
    strbuf_release(&line);
}

struct listing {
    const struct reference *last; /* the last entry of the list */
    uint32_t item;
    size_t listed;
};

static struct listing read_listing(struct check *check, struct folder *folder)
{
    struct listing listing = {NULL, 0, 0};
    for (size_t i = 0; i < check->model->references.len; i++) {
        const struct reference *reference = &check->model->references.items[i];
        struct target target;
        if (reference_resolve(check, reference, &target) != RESOLVED || !target.document)
            continue;
        struct member *member = find_member(folder, target.document);
        if (!member)
            continue;
        uint32_t item = reference->in_fence ? 0 : listing_item(check, reference);
        listing.listed += item && !member->in_list;
        member->listed = true;
        member->in_list = member->in_list || item;
        if (item) {
            listing.last = reference;
            listing.item = item;
        }
    }
    return listing;
}

static void check_orphan_document(struct check *check)
{
    if (check->model->references.len < LISTED_MIN)
        return;
    struct folder *folder = ARENA_NEW(check->arena, struct folder);
    if (!read_folder(check, folder) || folder->len <= LISTED_MIN)
        return;
    struct listing listing = read_listing(check, folder);
    size_t left = 0;
    for (size_t i = 0; i < folder->len; i++)
        left += !folder->v[i].listed && !is_apart(folder->v[i].document);
    if (listing.listed < LISTED_MIN || left * LISTED_PER_LEFT > listing.listed)
        return;
    for (size_t i = 0; i < folder->len; i++) {
        const struct document *orphan = folder->v[i].document;
        if (folder->v[i].listed || is_apart(orphan))
            continue;
        struct planls_diagnostic *diagnostic =
            report(check, listing.last->span,
                   "%.*s stands in this folder too and is not listed, as %zu others are",
                   SLICE_ARG(name_of(orphan->path)), listing.listed);
        report_related(check, diagnostic, orphan, (struct span){0, 0}, "the document left out");
        offer_entry(check, diagnostic, listing.last, listing.item, orphan);
    }
}

RULE(orphan_document) = {
    .name = "orphan-document",
    .summary = "the index of a folder lists its other documents and leaves one out",
    .severity = PLANLS_HINT,
    .scope = RULE_WORKSPACE,
    .since = "0.1",
    .check = check_orphan_document,
};
