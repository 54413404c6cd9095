/* task_dialects.c: which system's task files a document belongs to. */
#include "model/task_build.h"

const char *task_dialect_name(enum task_dialect dialect)
{
    static const char *const names[] = {
        [DIALECT_GITHUB] = "github",     [DIALECT_SPEC_KIT] = "spec-kit",
        [DIALECT_KIRO] = "kiro",         [DIALECT_OPENSPEC] = "openspec",
        [DIALECT_BACKLOG] = "backlog",   [DIALECT_TASK_MASTER] = "task-master",
        [DIALECT_OBSIDIAN] = "obsidian", [DIALECT_ORG] = "org",
    };
    return names[dialect];
}

/* ---- by path --------------------------------------------------------------------------------- */

/* Where a folder's name begins in the path, with its slash behind; SLICE_NONE if it is not there. */
static size_t find_folder(struct slice path, const char *folder)
{
    struct slice name = slice_of(folder);
    for (size_t from = 0; from < path.len;) {
        size_t at = slice_find(slice_from(path, from), name);
        if (at == SLICE_NONE)
            return SLICE_NONE;
        at += from;
        if (at == 0 || path.ptr[at - 1] == '/')
            return at;
        from = at + 1;
    }
    return SLICE_NONE;
}

/* specs/001-name/tasks.md */
static bool is_spec_kit_path(struct slice path)
{
    size_t at = find_folder(path, "specs/");
    if (at == SLICE_NONE)
        return false;
    struct slice rest = slice_from(path, at + 6);
    size_t digits = 0;
    while (digits < rest.len && ascii_is_digit(rest.ptr[digits]))
        digits++;
    return digits >= 3 && digits < rest.len && rest.ptr[digits] == '-';
}

static bool is_backlog_path(struct slice path)
{
    static const char *const folders[] = {"tasks/", "completed/", "drafts/", "archive/tasks/",
                                          "archive/drafts/"};
    size_t at = find_folder(path, "backlog/");
    if (at == SLICE_NONE)
        return false;
    for (size_t i = 0; i < sizeof folders / sizeof *folders; i++)
        if (slice_starts(slice_from(path, at + 8), slice_of(folders[i])))
            return true;
    return false;
}

/* ---- by content ------------------------------------------------------------------------------ */

static struct slice front_value(const struct builder *b, const char *key)
{
    const struct yaml_entries *entries = &b->model->front_matter;
    for (uint32_t i = 0; i < entries->len; i++)
        if (slice_is_nocase(entries->v[i].key, key))
            return entries->v[i].value;
    return SLICE("");
}

static bool has_front_key(const struct builder *b, const char *key)
{
    const struct yaml_entries *entries = &b->model->front_matter;
    for (uint32_t i = 0; i < entries->len; i++)
        if (slice_is_nocase(entries->v[i].key, key))
            return true;
    return false;
}

/* Backlog.md's. An id and a status alone may be a decision record's: its files say more. */
static bool is_backlog_document(const struct builder *b)
{
    if (front_value(b, "id").len == 0 || front_value(b, "title").len == 0)
        return false;
    if (is_backlog_path(b->model->path))
        return true;
    return has_front_key(b, "status") &&
           (has_front_key(b, "assignee") || has_front_key(b, "dependencies")) &&
           (has_front_key(b, "created_date") ||
            slice_contains(b->bytes, SLICE("<!-- AC:BEGIN -->")) ||
            slice_contains(b->bytes, SLICE("<!-- SECTION:")));
}

static bool is_tasks_path(const struct builder *b)
{
    for (size_t i = 0; i < b->settings->task_count; i++)
        if (glob_match(b->settings->tasks[i], b->model->path))
            return true;
    return false;
}

/* Besides Backlog.md's: a file with a status that says what it serves, or that it is a task, or lies
 * among tasks. One that holds several items is a plan with a status. */
bool is_task_document(const struct builder *b)
{
    if (b->model->front_matter.len == 0)
        return false;
    if (is_backlog_document(b))
        return true;
    if (front_value(b, "status").len == 0 || b->model->items.len > 1)
        return false;
    return front_value(b, "initiative").len || front_value(b, "item").len ||
           front_value(b, "milestone").len || front_value(b, "plan").len ||
           slice_is_nocase(front_value(b, "type"), "task") || is_tasks_path(b);
}

/* Does any draft's block hold the words? Looks into what stands below a task too. */
static bool drafts_say(const struct task_maker *maker, struct slice words)
{
    for (size_t i = 0; i < maker->drafts.len; i++) {
        const struct task_draft *draft = &maker->drafts.items[i];
        struct span span = maker->b->blocks->v[draft->block].span;
        if (draft->parent == NO_INDEX && slice_contains(span_slice(maker->b->bytes, span), words))
            return true;
    }
    return false;
}

static bool has_spec_kit_ids(const struct task_maker *maker)
{
    size_t count = 0;
    for (size_t i = 0; i < maker->drafts.len && count < 2; i++) {
        bool certain;
        struct span id =
            task_id_at(maker->b->bytes, maker->drafts.items[i].text, DIALECT_GITHUB, &certain);
        count += certain && !span_is_empty(id);
    }
    return count == 2;
}

static bool has_signs(const struct task_maker *maker)
{
    for (size_t i = 0; i < maker->drafts.len; i++) {
        struct span text = maker->drafts.items[i].text;
        if (task_signs_start(maker->b->bytes, text) != text.end)
            return true;
    }
    return false;
}

enum task_dialect task_dialect_of(const struct task_maker *maker)
{
    struct slice path = maker->b->model->path;
    if (find_folder(path, ".kiro/specs/") != SLICE_NONE)
        return DIALECT_KIRO;
    if (find_folder(path, "openspec/") != SLICE_NONE)
        return DIALECT_OPENSPEC;
    if (is_backlog_document(maker->b))
        return DIALECT_BACKLOG;
    if (is_spec_kit_path(path) || has_spec_kit_ids(maker))
        return DIALECT_SPEC_KIT;
    if (maker->drafts.len == 0)
        return DIALECT_GITHUB;
    if (drafts_say(maker, SLICE("_Requirements:")))
        return DIALECT_KIRO;
    if (has_signs(maker))
        return DIALECT_OBSIDIAN;
    for (size_t i = 0; i < maker->drafts.len; i++)
        if (maker->drafts.items[i].mark.source == TASK_FROM_HEADING)
            return DIALECT_ORG;
    return DIALECT_GITHUB;
}
