/* tasks.c: finds the tasks of a document and makes them: places first, then what each says. */
#include "model/labels.h"
#include "model/task_build.h"
#include "model/task_words.h"
#include "model/title.h"

#include <string.h>

/* ---- places ---------------------------------------------------------------------------------- */

/* Drafts whose list item is still open (nested lists), innermost last, and the lines that ought to be
 * items (`-[ ] text`): those nest by column, as the blocks know nothing of them. */
struct open_drafts {
    VEC(uint32_t) items;
    VEC(uint32_t) glued;
};

struct task_draft *draft_add(struct task_maker *maker, uint32_t block, struct task_mark mark)
{
    struct task_draft *draft = VEC_PUSH(maker->b->scratch, &maker->drafts);
    *draft = (struct task_draft){.mark = mark, .block = block, .parent = NO_INDEX};
    return draft;
}

static void close_items(struct task_maker *maker, struct open_drafts *open, uint32_t block)
{
    while (open->items.len) {
        uint32_t last = *VEC_LAST(&open->items);
        if (maker->b->blocks->v[maker->drafts.items[last].block].next > block)
            return;
        open->items.len--;
    }
}

static void close_glued(struct task_maker *maker, struct open_drafts *open, uint32_t column)
{
    while (open->glued.len && maker->drafts.items[*VEC_LAST(&open->glued)].column >= column)
        open->glued.len--;
}

/* The nearer of the enclosing item and the glued line above: the one that began last. */
static uint32_t parent_of(const struct task_maker *maker, const struct open_drafts *open,
                          uint32_t column)
{
    uint32_t parent = NO_INDEX;
    for (size_t i = open->items.len; i-- > 0 && parent == NO_INDEX;)
        if (maker->drafts.items[open->items.items[i]].column < column)
            parent = open->items.items[i];
    if (open->glued.len && (parent == NO_INDEX || *VEC_LAST(&open->glued) > parent))
        parent = *VEC_LAST(&open->glued);
    return parent;
}

/* A numbered step has no box; a sign it begins with is passed over. One that only gathers boxes
 * below it is their heading, not a task. */
static struct task_mark next_step_mark(const struct builder *b, uint32_t item, struct span text)
{
    struct task_mark mark, sign;
    uint32_t end = b->blocks->v[item].next;
    for (uint32_t i = item + 1; i < end; i++)
        if (b->blocks->v[i].kind == BLOCK_ITEM && !span_is_empty(b->blocks->v[i].box))
            return (struct task_mark){.source = TASK_FROM_BOX};
    mark = (struct task_mark){.span = {text.start, text.start}, .source = TASK_FROM_NEXT_STEPS};
    if (task_mark_emoji(b->bytes, text, &sign) != EMOJI_NONE)
        mark.span = (struct span){sign.span.end, sign.span.end};
    return mark;
}

/* Is a list item a task, and in what state? */
static bool read_mark(const struct builder *b, uint32_t item, struct span text,
                      enum list_class class, struct task_mark *mark)
{
    if (task_mark_box(b->bytes, text, mark))
        return class == LIST_BOXED || !task_mark_is_doubtful(b->bytes, mark);
    if (class == LIST_EMOJI)
        return task_mark_emoji(b->bytes, text, mark) != EMOJI_NONE;
    if (class != LIST_NEXT_STEPS || span_is_empty(text))
        return false;
    *mark = next_step_mark(b, item, text);
    return mark->source == TASK_FROM_NEXT_STEPS;
}

static void visit_item(struct task_maker *maker, struct open_drafts *open, const uint8_t *classes,
                       uint32_t block)
{
    const struct builder *b = maker->b;
    const struct block *item = &b->blocks->v[block];
    struct span text = item_text(b, block);
    struct task_mark mark;
    if (open->glued.len)
        close_glued(maker, open, line_column(b, item->span.start));
    if (!read_mark(b, block, text, (enum list_class)classes[item->parent], &mark))
        return;
    struct task_draft *draft = draft_add(maker, block, mark);
    draft->column = line_column(b, item->span.start);
    draft->span = (struct span){item->span.start, text.end};
    draft->text = span_trim(b->bytes, (struct span){mark.span.end, text.end});
    draft->parent = parent_of(maker, open, draft->column);
    *VEC_PUSH(b->scratch, &open->items) = (uint32_t)maker->drafts.len - 1;
}

/* A line that would be an item had its marker a space: `-[ ] text`. */
static void visit_line(struct task_maker *maker, struct open_drafts *open, uint32_t block)
{
    const struct builder *b = maker->b;
    struct span line = b->blocks->v[block].text;
    struct task_mark mark;
    if (span_is_empty(line) || !task_mark_glued(b->bytes, line, &mark))
        return;
    uint32_t column = line_column(b, line.start);
    close_glued(maker, open, column);
    uint32_t parent = parent_of(maker, open, column);
    struct task_draft *draft = draft_add(maker, block, mark);
    draft->column = column;
    draft->span = line;
    draft->text = span_trim(b->bytes, (struct span){mark.span.end, line.end});
    draft->parent = parent;
    *VEC_PUSH(b->scratch, &open->glued) = (uint32_t)maker->drafts.len - 1;
}

/* `## TODO Title`, `## DONE Title` as in Org. */
static void visit_heading(struct task_maker *maker, uint32_t block)
{
    const struct builder *b = maker->b;
    struct span text = b->blocks->v[block].text;
    struct slice s = span_slice(b->bytes, text);
    bool done = slice_starts(s, SLICE("DONE "));
    if (!done && !slice_starts(s, SLICE("TODO ")))
        return;
    struct span state = {text.start, text.start + 4};
    struct span title = span_trim(b->bytes, (struct span){state.end, text.end});
    struct slice words = span_slice(b->bytes, title);
    /* "TODO LIST", "TODO items" are titles of lists, not tasks: a task's title begins a sentence. */
    if (!slice_find_byte(words, ' ') || slice_find_byte(words, ' ') == SLICE_NONE ||
        !ascii_is_upper(words.ptr[0]) || (words.len > 1 && ascii_is_upper(words.ptr[1])))
        return;
    struct task_mark mark = {.span = state,
                             .state = state,
                             .source = TASK_FROM_HEADING,
                             .status = done ? STATUS_DONE : STATUS_TODO,
                             .done = done};
    struct task_draft *draft = draft_add(maker, block, mark);
    draft->span = b->blocks->v[block].span;
    draft->text = title;
}

static void visit_front_matter(struct task_maker *maker, uint32_t block)
{
    struct task_mark mark = {.span = SPAN_NONE, .source = TASK_FROM_FRONT_MATTER};
    struct task_draft *draft = draft_add(maker, block, mark);
    draft->span = maker->b->blocks->v[block].span;
}

static void find_drafts(struct task_maker *maker)
{
    const struct builder *b = maker->b;
    const struct blocks *blocks = b->blocks;
    struct open_drafts open = {0};
    uint8_t *classes = arena_array(b->scratch, blocks->len, sizeof *classes);
    bool is_task = is_task_document(b);
    for (uint32_t i = 1; i < blocks->len; i++) {
        const struct block *block = &blocks->v[i];
        close_items(maker, &open, i);
        switch ((enum block_kind)block->kind) {
        case BLOCK_FRONT_MATTER:
            if (is_task)
                visit_front_matter(maker, i);
            break;
        case BLOCK_LIST:
            classes[i] = (uint8_t)list_class_of(maker, i);
            break;
        case BLOCK_ITEM:
            visit_item(maker, &open, classes, i);
            break;
        case BLOCK_PARAGRAPH:
            if (open.glued.len && block->parent && blocks->v[block->parent].kind != BLOCK_ITEM)
                close_glued(maker, &open, line_column(b, block->span.start));
            break;
        case BLOCK_LINE:
            visit_line(maker, &open, i);
            break;
        case BLOCK_HEADING:
            open.glued.len = 0;
            visit_heading(maker, i);
            break;
        case BLOCK_TABLE:
            drafts_of_table(maker, i);
            break;
        default:
            break;
        }
        if (open.items.len)
            maker->draft_of[i] = *VEC_LAST(&open.items);
    }
}

/* ---- what each says -------------------------------------------------------------------------- */

/* A box below a go-gate, acceptance or success criteria, verification steps, or the like, checks a
 * result. */
static bool is_criterion(const struct task_maker *maker, const bool *criteria_headings,
                         const struct task_draft *draft, const struct task *task)
{
    const struct builder *b = maker->b;
    if (draft->parent != NO_INDEX && draft->parent < b->model->tasks.len &&
        b->model->tasks.items[draft->parent].criterion)
        return true;
    uint32_t field = b->field_of[draft->block];
    if (field != NO_INDEX) {
        enum field_key key = b->model->fields.items[field].key;
        if (key == FIELD_SUCCESS_CRITERIA || key == FIELD_GATE || key == FIELD_VERIFICATION)
            return true;
    }
    if (task->heading != NO_INDEX && criteria_headings[task->heading])
        return true;
    struct slice label = label_over(b, maker->before, b->blocks->v[draft->block].parent);
    if (label.len &&
        (builder_judge(b, label, is_criteria_title) || builder_judge(b, label, is_gate_title)))
        return true;
    return slice_starts(task->id, SLICE("CHK"));
}

/* Which headings, or headings above them, speak of criteria. */
static const bool *criteria_headings(struct builder *b)
{
    bool *yes = arena_array(b->scratch, b->model->headings.len + 1, sizeof *yes);
    for (uint32_t i = 0; i < b->model->headings.len; i++) {
        const struct heading *h = &b->model->headings.items[i];
        yes[i] = (h->parent != NO_INDEX && h->parent < i && yes[h->parent]) ||
                 builder_judge(b, h->title, is_criteria_title) ||
                 builder_judge(b, h->title, is_gate_title) || b->titles[i].kind == ITEM_GATE;
    }
    return yes;
}

static void make_task(struct task_maker *maker, const bool *criteria, uint32_t index)
{
    struct builder *b = maker->b;
    const struct task_draft *draft = &maker->drafts.items[index];
    struct task *task = VEC_PUSH(b->scratch, &b->model->tasks);
    *task = (struct task){.source = draft->mark.source,
                          .dialect = maker->dialect,
                          .span = draft->span,
                          .box = draft->mark.span,
                          .status = draft->mark.status,
                          .status_text = builder_copy(b, draft->mark.state),
                          .done = draft->mark.done,
                          .optional = draft->mark.optional,
                          .due = DATE_NONE,
                          .parent = draft->parent,
                          .heading = b->heading_of[draft->block],
                          .item = b->item_of[draft->block]};
    if (draft->mark.source == TASK_FROM_BOX && !draft->mark.plain) {
        task->status = task_status_of_mark(span_slice(b->bytes, draft->mark.state), maker->dialect);
        task->done = task->status == STATUS_DONE;
    }
    if (draft->mark.source == TASK_FROM_HEADING && task->heading != NO_INDEX) {
        /* the block is the task's own heading: it stands under the one above, in that one's item */
        const struct heading *own = &b->model->headings.items[task->heading];
        task->heading = own->parent;
        if (own->item != NO_INDEX)
            task->item = b->model->items.items[own->item].parent;
    }
    if (draft->mark.source == TASK_FROM_FRONT_MATTER)
        task_read_front_matter(maker, task);
    else
        task_read_text(maker, draft, task);
    task->criterion = is_criterion(maker, criteria, draft, task);
    if (index > 0 && task->parent == NO_INDEX &&
        maker->drafts.items[0].mark.source == TASK_FROM_FRONT_MATTER)
        task->parent = 0;
}

/* Kiro's lists may be flat and nest by number: 2.1 is a part of 2. */
static void nest_by_number(struct model *model)
{
    enum { DEPTH_MAX = 8 };
    uint32_t last[DEPTH_MAX]; /* the last task whose number has that many parts */
    memset(last, 0xFF, sizeof last);
    for (uint32_t i = 0; i < model->tasks.len; i++) {
        struct task *task = &model->tasks.items[i];
        size_t depth = 0;
        for (size_t c = 0; c < task->id.len; c++)
            depth += task->id.ptr[c] == '.';
        if (task->id.len == 0 || !ascii_is_digit(task->id.ptr[0]) || depth >= DEPTH_MAX)
            continue;
        last[depth] = i;
        if (depth == 0 || task->parent != NO_INDEX || last[depth - 1] == NO_INDEX)
            continue;
        struct slice parent = model->tasks.items[last[depth - 1]].id;
        if (slice_starts(task->id, parent) && task->id.ptr[parent.len] == '.')
            task->parent = last[depth - 1];
    }
}

/* Moves what grew in scratch memory into the model. */
static void settle(struct builder *b)
{
    for (size_t i = 0; i < b->model->tasks.len; i++) {
        struct task *task = &b->model->tasks.items[i];
        BUILDER_KEEP(b, &task->claims);
        builder_keep_people(b, &task->owners);
        builder_keep_dependencies(b, &task->depends_on);
    }
    BUILDER_KEEP(b, &b->model->tasks);
}

void build_tasks(struct builder *b)
{
    struct task_maker maker = {.b = b, .before = blocks_before(b)};
    maker.draft_of = arena_array(b->scratch, b->blocks->len, sizeof *maker.draft_of);
    memset(maker.draft_of, 0xFF, b->blocks->len * sizeof *maker.draft_of);
    find_drafts(&maker);
    maker.dialect = task_dialect_of(&maker);
    b->model->dialect = maker.dialect;
    if (maker.drafts.len == 0)
        return;
    task_ids_find(&maker);
    for (size_t i = 0; i < maker.drafts.len && !b->model->next_steps; i++)
        b->model->next_steps = maker.drafts.items[i].mark.source == TASK_FROM_NEXT_STEPS;
    const bool *criteria = criteria_headings(b);
    b->model->tasks.items = arena_array(b->scratch, maker.drafts.len, sizeof(struct task));
    b->model->tasks.cap = maker.drafts.len;
    for (uint32_t i = 0; i < maker.drafts.len; i++)
        make_task(&maker, criteria, i);
    if (maker.dialect == DIALECT_KIRO)
        nest_by_number(b->model);
    tasks_read_claims(&maker);
    settle(b);
}
