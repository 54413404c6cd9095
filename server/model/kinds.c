/* kinds.c: what sort of document it is (plan, tasks, checklist, spec, index, …) and its title. */
#include "model/builder.h"
#include "model/line_questions.h"

#include <string.h>

/* ---- what it holds ----------------------------------------------------------------------------- */

static bool matches(const struct model *model, const struct slice *globs, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (glob_match(globs[i], model->path))
            return true;
    return false;
}

/* Items that make a plan; requirements and stories make a spec, tasks and steps neither. */
static unsigned kinds_of_items(const struct model *model)
{
    unsigned kinds = 0;

    for (size_t i = 0; i < model->items.len; i++)
        switch (model->items.items[i].kind) {
        case ITEM_REQUIREMENT:
        case ITEM_STORY:
            kinds |= DOCUMENT_SPEC;
            break;
        case ITEM_TASK:
        case ITEM_STEP:
        case ITEM_DECISION:
            break;
        default:
            kinds |= DOCUMENT_PLAN;
        }
    return kinds;
}

static bool has_own_field(const struct model *model, enum field_key key)
{
    for (size_t i = 0; i < model->fields.len; i++) {
        const struct field *field = &model->fields.items[i];
        if (field->item == NO_INDEX && !field->nested && field->key == key)
            return true;
    }
    return false;
}

/* A plan told without items: it says who or when, and something else that plans say. What introduces a
 * project may say so too and is none. */
static bool speaks_as_plan(const struct model *model)
{
    static const enum field_key others[] = {FIELD_BUDGET, FIELD_BLOCKERS, FIELD_DEPENDENCIES,
                                            FIELD_SUCCESS_CRITERIA};
    bool who = has_own_field(model, FIELD_OWNER), when = has_own_field(model, FIELD_TIMELINE);

    if ((!who && !when) || slice_find_nocase(model->path, SLICE("readme")) != SLICE_NONE)
        return false;
    for (size_t k = 0; k < sizeof others / sizeof *others; k++)
        if (has_own_field(model, others[k]))
            return true;
    return who && when;
}

/* A file called after tasks ("tasks.md", "TODO.md") or in a folder of them. */
static bool is_named_for_tasks(const struct model *model)
{
    static const char *const names[] = {"tasks.md", "todo.md", "todos.md", "backlog.md"};
    static const char *const folders[] = {"tasks", "todo", "backlog"};
    struct slice_split parts = {model->path, false};
    struct slice part;

    while (slice_split_next(&parts, '/', &part)) {
        size_t count = parts.done ? sizeof names / sizeof *names : sizeof folders / sizeof *folders;
        for (size_t i = 0; i < count; i++)
            if (slice_is_nocase(part, parts.done ? names[i] : folders[i]))
                return true;
    }
    return false;
}

/* Does any task say itself what it serves? The section it stands in is not its own word. */
static bool has_claims(const struct model *model)
{
    for (size_t i = 0; i < model->tasks.len; i++)
        for (size_t c = 0; c < model->tasks.items[i].claims.len; c++)
            if (model->tasks.items[i].claims.items[c].via < VIA_SECTION)
                return true;
    return false;
}

/* Work to be done, as opposed to boxes that check a result. */
static size_t count_work(const struct model *model)
{
    size_t count = 0;

    for (size_t i = 0; i < model->tasks.len; i++) {
        const struct task *task = &model->tasks.items[i];
        count += !task->criterion &&
                 (task->source == TASK_FROM_BOX || task->source == TASK_FROM_BAD_BOX ||
                  task->source == TASK_FROM_FRONT_MATTER);
    }
    return count;
}

/* Fewer boxes are an aside in a text about something else. */
#define CHECKLIST_MIN_BOXES 3

/* Tasks by where the file stands or by what they say of themselves; other boxes are a checklist. */
static unsigned kinds_of_tasks(const struct builder *b, unsigned kinds)
{
    const struct model *model = b->model;
    size_t work = count_work(model);

    if (!work)
        return 0;
    if (model->tasks.items[0].source == TASK_FROM_FRONT_MATTER)
        return DOCUMENT_TASKS;
    if (kinds & DOCUMENT_PLAN)
        return is_named_for_tasks(model) ? DOCUMENT_TASKS : 0;
    if (is_named_for_tasks(model) || has_claims(model) ||
        matches(model, b->settings->tasks, b->settings->task_count))
        return DOCUMENT_TASKS;
    return work >= CHECKLIST_MIN_BOXES ? DOCUMENT_CHECKLIST : 0;
}

/* ---- templates --------------------------------------------------------------------------------- */

/* Words only: no digits as in a tag, no `=` as in code. */
static bool is_blank_text(struct slice s)
{
    for (size_t i = 0; i < s.len; i++)
        if (ascii_is_digit(s.ptr[i]) || s.ptr[i] == '=')
            return false;
    return ascii_is_alpha(s.ptr[0]);
}

/* `[Project name]`, `{{date}}`: something to fill in, and no link, box, reference or tag (`[US1]`). */
bool line_holds_blank(struct slice line)
{
    size_t open = slice_find_byte(line, '[');

    if (slice_contains(line, SLICE("{{")))
        return true;
    while (open != SLICE_NONE) {
        struct slice rest = slice_from(line, open);
        size_t close = slice_find_byte(slice_sub(rest, 0, 80), ']');
        if (close == SLICE_NONE)
            return false;
        if (close > 3 && is_blank_text(slice_sub(rest, 1, close)) &&
            !(close + 1 < rest.len && memchr("([:", rest.ptr[close + 1], 3)) &&
            !(open && line.ptr[open - 1] == ']'))
            return true;
        line = slice_from(rest, close);
        open = slice_find_byte(line, '[');
    }
    return false;
}

/* At least a third of the lines that say something have blanks to fill in. */
static bool is_template(struct builder *b)
{
    size_t lines = 0, blanks = 0;

    for (uint32_t i = 1; i < b->blocks->len; i++) {
        const struct block *block = &b->blocks->v[i];
        if (block->kind != BLOCK_LINE && block->kind != BLOCK_HEADING)
            continue;
        lines++;
        blanks += line_is(b, i, LINE_HOLDS_BLANK);
    }
    return blanks >= 5 && blanks * 3 >= lines;
}

/* ---- archives ---------------------------------------------------------------------------------- */

static bool is_archive_word(struct slice word)
{
    static const char *const words[] = {"archive", "archives", "archived", "_archive", ".archive"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (slice_is_nocase(word, words[i]))
            return true;
    return false;
}

static bool is_archived(const struct model *model)
{
    struct slice_split parts = {model->path, false};
    struct slice part;

    while (slice_split_next(&parts, '/', &part))
        if (!parts.done && is_archive_word(part))
            return true;
    for (size_t i = 0; i + 8 <= model->title.len && i < 16; i++)
        if (slice_starts_nocase(slice_from(model->title, i), SLICE("archived")))
            return true;
    return false;
}

/* ---- the title --------------------------------------------------------------------------------- */

static struct slice find_title(const struct model *model)
{
    for (uint32_t i = 0; i < model->front_matter.len; i++)
        if (slice_is_nocase(model->front_matter.v[i].key, "title"))
            return model->front_matter.v[i].value;
    for (size_t i = 0; i < model->headings.len; i++)
        if (model->headings.items[i].level == 1 && !model->headings.items[i].nested)
            return model->headings.items[i].title;
    return (struct slice){NULL, 0};
}

void build_kinds(struct builder *b)
{
    struct model *model = b->model;
    unsigned kinds = kinds_of_items(model);

    model->title = find_title(model);
    if (matches(model, b->settings->plans, b->settings->plan_count) || speaks_as_plan(model))
        kinds |= DOCUMENT_PLAN;
    kinds |= kinds_of_tasks(b, kinds);
    if (model->entries.len)
        kinds |= DOCUMENT_INDEX;
    if (is_template(b))
        kinds |= DOCUMENT_TEMPLATE;
    if (is_archived(model))
        kinds |= DOCUMENT_ARCHIVED;
    model->kinds = kinds;
}
