/* asks.c: which names a document defines and which it asks for. */
#include "base/memo.h"
#include "text/fold.h"
#include "workspace/internal.h"

#include <stdlib.h>
#include <string.h>

struct slice path_file_name(struct slice path)
{
    size_t slash = slice_find_last_byte(path, '/');
    return slash == SLICE_NONE ? path : slice_from(path, slash + 1);
}

struct slice path_stem(struct slice file_name)
{
    if (slice_ends_nocase(file_name, SLICE(".md")))
        return slice_sub(file_name, 0, file_name.len - 3);
    if (slice_ends_nocase(file_name, SLICE(".markdown")))
        return slice_sub(file_name, 0, file_name.len - 9);
    return file_name;
}

struct slice name_of_id(struct arena *arena, struct slice id)
{
    id = slice_trim(id);
    while (id.len && (id.ptr[0] == '#' || id.ptr[0] == '[' || id.ptr[0] == '{'))
        id = slice_from(id, 1);
    while (id.len && (id.ptr[id.len - 1] == ']' || id.ptr[id.len - 1] == '}'))
        id.len--;
    return fold_case(arena, id);
}

struct slice name_of_number(struct arena *arena, enum item_kind kind, struct slice number)
{
    if (kind == ITEM_OTHER)
        return fold_case(arena, number);
    char *name = arena_printf(arena, "%s %.*s", item_kind_name(kind), SLICE_ARG(number));
    return fold_case(arena, slice_of(name));
}

struct slice name_of_task(struct arena *arena, const struct dependency *dependency)
{
    struct slice target = dependency->target;
    if (dependency->form == DEPENDENCY_NUMBERED && slice_starts(target, SLICE("task ")))
        target = slice_from(target, 5);
    return name_of_id(arena, target);
}

/* "2", "2.1", "A": what may stand behind a kind's word as its number. */
static bool is_number(struct slice s)
{
    if (s.len == 1 && ascii_is_alpha(s.ptr[0]))
        return true;
    for (size_t i = 0; i < s.len; i++)
        if (!ascii_is_digit(s.ptr[i]) && s.ptr[i] != '.')
            return false;
    return s.len > 0;
}

/* The dialects' own tags: spec-kit's "US1" is user story 1; Kiro's "1.2" is the second criterion of
 * requirement 1 unless a requirement has that number itself. */
static size_t names_of_tag(struct arena *arena, struct slice tag, struct asked_name *names)
{
    size_t count = 0;
    if (slice_starts(tag, SLICE("US")) && is_number(slice_from(tag, 2)))
        names[count++] =
            (struct asked_name){NAME_NUMBER, name_of_number(arena, ITEM_STORY, slice_from(tag, 2))};
    if (is_number(tag) && ascii_is_digit(tag.ptr[0])) {
        size_t dot = slice_find_byte(tag, '.');
        names[count++] =
            (struct asked_name){NAME_NUMBER, name_of_number(arena, ITEM_REQUIREMENT, tag)};
        if (dot != SLICE_NONE)
            names[count++] = (struct asked_name){
                NAME_NUMBER, name_of_number(arena, ITEM_REQUIREMENT, slice_sub(tag, 0, dot))};
    }
    return count;
}

static size_t read_names(struct arena *arena, struct slice target,
                         struct asked_name names[ASKED_MAX_NAMES])
{
    size_t count = 0, kind_length = 0;
    names[count++] = (struct asked_name){NAME_ITEM, fold_title(arena, target)};
    names[count++] = (struct asked_name){NAME_ITEM, name_of_id(arena, target)};
    count += names_of_tag(arena, target, names + count);
    enum item_kind kind = item_kind_of(target, &kind_length);
    if (kind == ITEM_OTHER || kind_length >= target.len)
        return count;
    struct slice rest = slice_from(target, kind_length);
    while (rest.len && (ascii_is_space(rest.ptr[0]) || rest.ptr[0] == ':'))
        rest = slice_from(rest, 1);
    if (is_number(rest))
        names[count++] = (struct asked_name){NAME_NUMBER, name_of_number(arena, kind, rest)};
    else /* "Initiative: X" where the plan says "Workstream: X" */
        names[count++] = (struct asked_name){NAME_ITEM, fold_title(arena, rest)};
    return count;
}

/* The names as a memo keeps them: one behind the other, each with its length and its text. */
struct kept_name {
    enum name_space space;
    uint32_t len;
};

static void keep_names(struct memo *memo, struct arena *arena, struct slice target,
                       const struct asked_name names[ASKED_MAX_NAMES], size_t count)
{
    size_t room = 0, end = 0;
    for (size_t i = 0; i < count; i++)
        room += sizeof(struct kept_name) + names[i].text.len;
    char *kept = arena_alloc(arena, room);
    for (size_t i = 0; i < count; i++) {
        struct kept_name name = {names[i].space, (uint32_t)names[i].text.len};
        memcpy(kept + end, &name, sizeof name);
        if (name.len)
            memcpy(kept + end + sizeof name, names[i].text.ptr, name.len);
        end += sizeof name + name.len;
    }
    memo_keep(memo, &(struct memo_key){.kind = MEMO_NAMES, .text = target}, kept, room);
}

size_t names_of_target(struct memo *memo, struct arena *arena, struct slice target,
                       struct asked_name names[ASKED_MAX_NAMES])
{
    size_t size, count = 0;
    target = slice_trim(target);
    const char *kept =
        memo_find(memo, &(struct memo_key){.kind = MEMO_NAMES, .text = target}, &size);
    if (!kept) {
        count = read_names(arena, target, names);
        if (memo)
            keep_names(memo, arena, target, names, count);
        return count;
    }
    for (const char *at = kept; at < kept + size; count++) {
        struct kept_name name;
        memcpy(&name, at, sizeof name);
        names[count] = (struct asked_name){name.space, {at + sizeof name, name.len}};
        at += sizeof name + name.len;
    }
    return count;
}

struct asker {
    struct names *names;
    struct snapshot *snapshot;
    struct arena arena; /* folded texts; the table copies them */
};

static void define(struct asker *a, enum name_space space, struct slice text, uint32_t index)
{
    names_add(a->names, &a->snapshot->names[NAMES_DEFINED], NAME_DEFINES, space, text,
              &a->snapshot->document, index);
}

static void ask(struct asker *a, enum name_space space, struct slice text)
{
    names_add(a->names, &a->snapshot->names[NAMES_ASKED], NAME_ASKS, space, text,
              &a->snapshot->document, NO_INDEX);
}

static void define_item(struct asker *a, const struct item *item, uint32_t index)
{
    define(a, NAME_ITEM, item->key, index);
    if (!slice_equal(item->full_key, item->key))
        define(a, NAME_ITEM, item->full_key, index);
    if (item->id.len) {
        struct slice id = name_of_id(&a->arena, item->id);
        if (!slice_equal(id, item->key))
            define(a, NAME_ITEM, id, index);
    }
    if (item->number.len) {
        define(a, NAME_NUMBER, name_of_number(&a->arena, ITEM_OTHER, item->number), index);
        if (item->kind != ITEM_OTHER)
            define(a, NAME_NUMBER, name_of_number(&a->arena, item->kind, item->number), index);
    }
}

static struct slice path_folder(struct slice path)
{
    size_t slash = slice_find_last_byte(path, '/');
    return slice_sub(path, 0, slash == SLICE_NONE ? 0 : slash + 1);
}

static void define_file(struct asker *a, struct slice name)
{
    struct slice folded = fold_case(&a->arena, name);
    define(a, NAME_FILE, folded, NO_INDEX);
    define(a, NAME_ELSEWHERE, folded, NO_INDEX);
}

static void define_all(struct asker *a)
{
    const struct document *document = &a->snapshot->document;
    const struct model *model = document->model;
    struct slice file = path_file_name(document->path);
    struct slice stem = path_stem(file);
    define(a, NAME_PATH, document->path, NO_INDEX);
    define(a, NAME_FOLDER, path_folder(document->path), NO_INDEX);
    define_file(a, file);
    if (stem.len != file.len)
        define_file(a, stem);
    for (uint32_t i = 0; i < model->items.len; i++)
        define_item(a, &model->items.items[i], i);
    for (uint32_t i = 0; i < model->tasks.len; i++)
        if (model->tasks.items[i].id.len)
            define(a, NAME_TASK, name_of_id(&a->arena, model->tasks.items[i].id), i);
}

static void ask_reference(struct asker *a, const struct reference *reference)
{
    struct slice paths[REFERENCE_MAX_CANDIDATES];
    size_t count = reference_candidates(&a->snapshot->document, reference, paths, &a->arena);
    for (size_t p = 0; p < count; p++)
        ask(a, NAME_PATH, paths[p]);
    if (reference->path.len) /* a link too: the same name in another case is worth a word */
        ask(a, reference_goes_by_name(reference) ? NAME_FILE : NAME_ELSEWHERE,
            fold_case(&a->arena, path_file_name(reference->path)));
}

/* Asks for a target written as "Title", "id", "#anchor" or "plan.md#anchor". */
static void ask_target(struct asker *a, struct slice target, enum reference_kind kind)
{
    size_t hash = slice_find_byte(target, '#');
    if (hash != SLICE_NONE && hash > 0) {
        struct reference reference = {.kind = kind, .path = slice_sub(target, 0, hash)};
        ask_reference(a, &reference);
    }
    struct asked_name names[ASKED_MAX_NAMES];
    size_t count = names_of_target(a->snapshot->document.memo, &a->arena, target, names);
    for (size_t i = 0; i < count; i++)
        ask(a, names[i].space, names[i].text);
}

static void ask_dependencies(struct asker *a, const struct dependencies *list)
{
    for (size_t i = 0; i < list->len; i++) {
        const struct dependency *dependency = &list->items[i];
        ask_target(a, dependency->target,
                   dependency->form == DEPENDENCY_LINK ? REFERENCE_LINK : REFERENCE_WIKI);
        ask(a, NAME_NUMBER, fold_case(&a->arena, dependency->target));
        ask(a, NAME_TASK, name_of_task(&a->arena, dependency));
    }
}

/* Does it name so many documents of its own folder that a new one there may be missing from it? */
#define LISTED_MIN 4

static bool lists_its_folder(const struct model *model)
{
    size_t beside = 0;
    for (size_t i = 0; i < model->references.len && beside < LISTED_MIN; i++) {
        struct slice path = model->references.items[i].path;
        if (slice_starts(path, SLICE("./")))
            path = slice_from(path, 2);
        beside += path.len && slice_find_byte(path, '/') == SLICE_NONE;
    }
    return beside >= LISTED_MIN;
}

static void ask_all(struct asker *a)
{
    const struct document *document = &a->snapshot->document;
    const struct model *model = document->model;
    if (lists_its_folder(model))
        ask(a, NAME_FOLDER, path_folder(document->path));
    for (size_t i = 0; i < model->references.len; i++)
        ask_reference(a, &model->references.items[i]);
    for (size_t i = 0; i < model->tasks.len; i++) {
        const struct task *task = &model->tasks.items[i];
        /* Whoever takes its id is its business. */
        if (task->source == TASK_FROM_FRONT_MATTER)
            ask(a, NAME_TASK, name_of_id(&a->arena, task->id));
        for (size_t c = 0; c < task->claims.len; c++)
            ask_target(a, task->claims.items[c].target,
                       task->claims.items[c].via == VIA_LINK ? REFERENCE_LINK : REFERENCE_WIKI);
        ask_dependencies(a, &task->depends_on);
    }
    for (size_t i = 0; i < model->items.len; i++)
        ask_dependencies(a, &model->items.items[i].depends_on);
}

/* True where the part is the old one's, which is given away. */
static bool take_over(struct snapshot *snapshot, struct snapshot *old, enum names_part part)
{
    if (!names_are_same(snapshot->document.model, old->document.model, part))
        return false;
    snapshot->names[part] = old->names[part];
    old->names[part] = NULL;
    names_give(snapshot->names[part], &snapshot->document);
    return true;
}

static void remove_part(struct workspace *ws, struct snapshot *snapshot, enum names_part part)
{
    ws->people_changes += part == NAMES_OF_PEOPLE && snapshot->names[part];
    names_remove(ws->names, &snapshot->names[part]);
}

static void add_part(struct workspace *ws, struct asker *a, enum names_part part)
{
    if (part == NAMES_DEFINED) {
        define_all(a);
    } else if (part == NAMES_ASKED) {
        ask_all(a);
    } else {
        names_add_people(ws->names, a->snapshot, &a->arena);
        ws->people_changes += a->snapshot->names[part] != NULL;
    }
}

void names_add_document(struct workspace *ws, struct snapshot *snapshot, struct snapshot *old)
{
    struct asker a = {.names = ws->names, .snapshot = snapshot};
    arena_init(&a.arena);
    for (enum names_part part = 0; part < NAMES_PARTS; part++) {
        if (old && take_over(snapshot, old, part))
            continue;
        if (old)
            remove_part(ws, old, part);
        add_part(ws, &a, part);
    }
    arena_release(&a.arena);
}

void names_remove_document(struct workspace *ws, struct snapshot *snapshot)
{
    for (enum names_part part = 0; part < NAMES_PARTS; part++)
        remove_part(ws, snapshot, part);
}
