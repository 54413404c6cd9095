/* semantic_tokens.c: what the words of a plan are (planls/semantic_tokens.h).
 *
 * Every byte of the document is painted with the kind that says most of it; runs of one colour in a line
 * are the tokens. So what overlaps is cut, what spans lines is split, and nothing has to be sorted.
 */
#include "analysis/placeholders.h"
#include "features/facade.h"

#include <planls/semantic_tokens.h>
#include <string.h>

/* No token is longer; painting stays linear whatever a document holds. */
#define TOKEN_MAX_BYTES 1024

/* A byte's colour: 0 for none, else the kind + 1, and whether it declares. */
#define DECLARES 0x80

struct painter {
    const struct document *document;
    struct arena *arena;
    uint8_t *colours;
    uint32_t len;
};

static void paint(struct painter *p, struct span span, unsigned kind, bool declares)
{
    if (span.end > p->len || span_is_empty(span) || span.end - span.start > TOKEN_MAX_BYTES)
        return;
    memset(p->colours + span.start, (int)(kind + 1) | (declares ? DECLARES : 0),
           span.end - span.start);
}

static void paint_people(struct painter *p, const struct people *people, bool declares)
{
    for (size_t i = 0; i < people->len; i++)
        paint(p, people->items[i].name_span, PLANLS_TOKEN_PERSON, declares);
}

static void paint_money(struct painter *p, const struct money *money)
{
    paint(p, money->where, money->placeholder ? PLANLS_TOKEN_PLACEHOLDER : PLANLS_TOKEN_MONEY,
          false);
}

/* What waits for an id says it; other names of items are words, or links and painted as such. */
static void paint_dependencies(struct painter *p, const struct dependencies *list)
{
    for (size_t i = 0; i < list->len; i++)
        if (!list->items[i].drawn &&
            (list->items[i].form == DEPENDENCY_ID || list->items[i].form == DEPENDENCY_NUMBERED))
            paint(p, list->items[i].where, PLANLS_TOKEN_ID, false);
}

/* A link is coloured by its target alone: its words are the text's. */
static void paint_references(struct painter *p)
{
    const struct model *model = p->document->model;
    for (size_t i = 0; i < model->references.len; i++) {
        const struct reference *reference = &model->references.items[i];
        bool link = reference->kind == REFERENCE_LINK || reference->kind == REFERENCE_IMAGE ||
                    reference->kind == REFERENCE_DEFINITION;
        paint(p, link ? reference->target_span : reference->span, PLANLS_TOKEN_REFERENCE, false);
    }
}

static void paint_fields(struct painter *p)
{
    const struct model *model = p->document->model;
    for (size_t i = 0; i < model->fields.len; i++) {
        const struct field *field = &model->fields.items[i];
        paint(p, field->label_span, PLANLS_TOKEN_LABEL, false);
        enum status status = field->key == FIELD_STATUS
                                 ? status_read(span_slice(p->document->text.bytes, field->value))
                                 : STATUS_NONE;
        if (status != STATUS_NONE && status != STATUS_UNKNOWN)
            paint(p, field->value, PLANLS_TOKEN_STATE, false);
    }
}

static void paint_items(struct painter *p)
{
    const struct model *model = p->document->model;
    paint_people(p, &model->owners, false);
    for (size_t i = 0; i < model->items.len; i++) {
        const struct item *item = &model->items.items[i];
        for (size_t m = 0; m < item->budget.len; m++)
            paint_money(p, &item->budget.items[m]);
        paint_people(p, &item->owners, false);
        paint_dependencies(p, &item->depends_on);
    }
}

static void paint_tasks(struct painter *p)
{
    const struct model *model = p->document->model;
    for (size_t i = 0; i < model->tasks.len; i++) {
        const struct task *task = &model->tasks.items[i];
        for (size_t c = 0; c < task->claims.len; c++) {
            const struct task_claim *claim = &task->claims.items[c];
            if (claim->via == VIA_FIELD || claim->via == VIA_FRONT_MATTER)
                paint(p, claim->where, PLANLS_TOKEN_REFERENCE, false);
            else if (claim->via == VIA_TAG)
                paint(p, claim->where, PLANLS_TOKEN_ID, false);
        }
        paint_people(p, &task->owners, false);
        paint_dependencies(p, &task->depends_on);
        paint(p, task->id_span, PLANLS_TOKEN_ID, true);
        paint(p, task->box, PLANLS_TOKEN_BOX, false);
    }
    for (uint32_t b = 0; b < p->document->blocks.len; b++)
        if (p->document->blocks.v[b].kind == BLOCK_ITEM)
            paint(p, p->document->blocks.v[b].box, PLANLS_TOKEN_BOX, false);
}

static void paint_amounts_and_times(struct painter *p)
{
    const struct model *model = p->document->model;
    for (size_t i = 0; i < model->totals.len; i++) {
        for (size_t m = 0; m < model->totals.items[i].parts.len; m++)
            paint_money(p, &model->totals.items[i].parts.items[m].amount);
        paint_money(p, &model->totals.items[i].amount);
    }
    for (size_t i = 0; i < model->checkpoints.len; i++)
        paint_money(p, &model->checkpoints.items[i].amount);
    for (size_t i = 0; i < model->times.len; i++)
        paint(p, model->times.items[i].where, PLANLS_TOKEN_TIME, false);
}

/* From what says least to what says most. */
static void paint_all(struct painter *p, struct inline_parser *parser)
{
    struct open_values open = {0};
    paint_references(p);
    paint_fields(p);
    paint_amounts_and_times(p);
    paint_people(p, &p->document->model->people, true);
    paint_items(p);
    paint_tasks(p);
    placeholders_of(p->document, parser, p->arena, &open);
    for (size_t i = 0; i < open.len; i++)
        paint(p, open.items[i].span, PLANLS_TOKEN_PLACEHOLDER, false);
}

/* Line ends and the space before them belong to no token. */
static void tell_run(const struct painter *p, struct span run, uint8_t colour,
                     struct planls_tokens *out)
{
    struct slice bytes = p->document->text.bytes;
    run = span_of(bytes, slice_trim(span_slice(bytes, run)));
    if (!span_is_empty(run))
        *VEC_PUSH(p->arena, out) =
            (struct planls_token){facade_range(run), (enum planls_token_kind)((colour & 0x7f) - 1),
                                  (colour & DECLARES) != 0};
}

void planls_semantic_tokens(struct planls_workspace *workspace, const char *path,
                            struct planls_range range, struct planls_results *results,
                            struct planls_tokens *out)
{
    const struct document *document = facade_document(workspace, path);
    if (!document)
        return;
    struct painter p = {
        .document = document, .arena = &results->arena, .len = (uint32_t)document->text.bytes.len};
    p.colours = arena_alloc(&results->arena, p.len);
    paint_all(&p, workspace_parser(workspace->ws));
    for (uint32_t at = 0, end; at < p.len && at <= range.end; at = end) {
        for (end = at + 1; end < p.len && p.colours[end] == p.colours[at] &&
                           document->text.bytes.ptr[end - 1] != '\n';)
            end++;
        if (p.colours[at] && end >= range.start)
            tell_run(&p, (struct span){at, end}, p.colours[at], out);
    }
}
