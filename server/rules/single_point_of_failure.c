/* single_point_of_failure.c: what everything depends on, with nothing said for the case that it fails. */
#include "analysis/dependencies.h"
#include "analysis/dominators.h"
#include "edits/insert_field.h"
#include "rules/rule.h"
#include "text/fold.h"

/* A fork of two branches is no plan that hangs on one point. */
#define PART_LEAST 4
/* Parts of one document that are looked into; each takes time in its whole graph. */
#define PARTS_MOST 32
/* People beyond these own too little of a plan for it to hang on them. */
#define PEOPLE_MOST 32

/* ---- what the text itself says --------------------------------------------------------------- */

/* Below a mitigation's label a first bullet; else a paragraph behind the one that names the point. */
static void fix_named(struct check *check, struct planls_diagnostic *diagnostic,
                      const struct weak_point *point)
{
    const struct text *text = &check->document->text;
    struct slice end = text_line_end(text);
    bool labelled = !span_is_empty(point->label);
    uint32_t after = labelled ? point->label.end : point->sentence.end;
    struct span line = text_line(text, text_line_of(text, after > 0 ? after - 1 : 0));
    struct slice written = span_slice(check->text, line);
    size_t indent = 0;
    while (labelled && indent < written.len && !ascii_is_alpha(written.ptr[indent]) &&
           written.ptr[indent] != '*')
        indent++;
    /* A heading's bullets stand at the margin. */
    if (labelled && written.len && written.ptr[0] == '#')
        indent = 0;
    bool heading = labelled && written.len && written.ptr[0] == '#';
    char *margin = arena_printf(check->arena, "%*s", (int)indent, "");
    char *what =
        labelled ? arena_printf(check->arena, "%.*s%s%s- " INSERT_FIELD_PLACEHOLDER, SLICE_ARG(end),
                                heading ? arena_cstring(check->arena, end) : "", margin)
                 : arena_printf(check->arena, "%.*s%.*s**Mitigation:** " INSERT_FIELD_PLACEHOLDER,
                                SLICE_ARG(end), SLICE_ARG(end));
    struct planls_fix *fix = report_fix(check, diagnostic, false, "Insert a mitigation");
    uint32_t length = (uint32_t)strlen(what);
    fix_edit(check, fix, check->document, (struct span){line.end, line.end}, slice_of(what));
    fix->select = (struct planls_range){length - 3, length};
}

static bool check_named(struct check *check)
{
    const struct model *model = check->model;
    for (size_t i = 0; i < model->weak_points.len; i++) {
        const struct weak_point *point = &model->weak_points.items[i];
        if (point->mitigations)
            continue;
        struct planls_diagnostic *diagnostic = report(
            check, point->where,
            "The text calls this its single point of failure and says nothing of what is done "
            "against it");
        diagnostic->severity = PLANLS_WARNING;
        fix_named(check, diagnostic, point);
    }
    return model->weak_points.len > 0;
}

/* ---- the graph of one document --------------------------------------------------------------- */

/* Nodes: the items, then the names of its dependency chain that are no items. */
struct web {
    struct check *check;
    uint32_t count;
    struct graph waits, blocks;
    struct bottleneck_parts parts;
};

static uint32_t node_of_name(const struct model *model, uint32_t name)
{
    uint32_t item = model->chain.names.items[name].item;
    return item != NO_INDEX ? item : (uint32_t)model->items.len + name;
}

static void make_web(struct web *web)
{
    struct check *check = web->check;
    const struct model *model = check->model;
    VEC(struct graph_edge) edges = {0};
    web->count = (uint32_t)(model->items.len + model->chain.names.len);
    for (uint32_t i = 0; i < model->items.len; i++) {
        struct dependency_edges written = {0};
        if (model->items.items[i].depends_on.len == 0)
            continue;
        dependency_edges_of(check->workspace,
                            (struct dependency_node){check->document, i, NO_INDEX}, check->arena,
                            &written);
        for (size_t e = 0; e < written.len; e++) {
            const struct dependency_edge *edge = &written.items[e];
            if (edge->from.document == check->document && edge->to.document == check->document &&
                edge->from.item != NO_INDEX && edge->to.item != NO_INDEX &&
                edge->from.item != edge->to.item)
                *VEC_PUSH(check->arena, &edges) =
                    (struct graph_edge){edge->from.item, edge->to.item};
        }
    }
    for (size_t e = 0; e < model->chain.edges.len; e++) {
        const struct chain_edge *edge = &model->chain.edges.items[e];
        *VEC_PUSH(check->arena, &edges) =
            (struct graph_edge){node_of_name(model, edge->from), node_of_name(model, edge->to)};
    }
    web->waits = graph_make(web->count, edges.items, (uint32_t)edges.len, check->arena);
    web->blocks = graph_reversed(&web->waits, check->arena);
    bottlenecks_find(&web->waits, check->arena, &web->parts);
}

/* How many others wait for a node, in one way or another. */
static uint32_t count_waiting(const struct web *web, uint32_t node)
{
    bool *reached = arena_array(web->check->arena, (size_t)web->count + 1, sizeof *reached);
    uint32_t count = 0;
    graph_reach(&web->blocks, node, NULL, reached, web->check->arena);
    for (uint32_t v = 0; v < web->count; v++)
        count += reached[v] && v != node;
    return count;
}

/* ---- items ----------------------------------------------------------------------------------- */

static bool has_mitigation(const struct model *model, uint32_t index)
{
    const struct item *item = &model->items.items[index];
    uint32_t field = model_field_of(model, index, FIELD_MITIGATION);
    for (size_t r = 0; r < item->risks.len; r++)
        if (item->risks.items[r].mitigation.len)
            return true;
    return field != NO_INDEX && !model->fields.items[field].empty;
}

/* Does the plan think about what may go wrong at all? */
static bool speaks_of_mitigation(const struct model *model)
{
    for (uint32_t i = 0; i < model->items.len; i++)
        if (has_mitigation(model, i))
            return true;
    return false;
}

/* Phases follow each other by their nature: they count where the plan prepares for failures. Steps in
 * time and requirements never do. */
static bool can_fail(const struct model *model, const struct item *item)
{
    switch (item->kind) {
    case ITEM_PHASE:
        if (!speaks_of_mitigation(model))
            return false;
        return item->status != STATUS_DONE && item->status != STATUS_CANCELLED;
    case ITEM_INITIATIVE:
    case ITEM_WORKSTREAM:
    case ITEM_EPIC:
    case ITEM_MILESTONE:
    case ITEM_OBJECTIVE:
    case ITEM_KEY_RESULT:
    case ITEM_OTHER:
        return item->status != STATUS_DONE && item->status != STATUS_CANCELLED;
    default:
        return false;
    }
}

/* A line in the form of the item's own last field, or of another item's mitigation. */
static void fix_item(struct check *check, struct planls_diagnostic *diagnostic, uint32_t index)
{
    const struct model *model = check->model;
    const struct field *own = NULL;
    struct text_edit edit = {{0, 0}, {NULL, 0}};
    uint32_t value_at = 0;
    for (size_t f = 0; f < model->fields.len && !edit.new_text.len; f++) {
        const struct field *field = &model->fields.items[f];
        if (field->key == FIELD_MITIGATION && field->item != NO_INDEX && !field->nested)
            insert_field(check->document, index, field, SLICE(INSERT_FIELD_PLACEHOLDER),
                         check->arena, &edit, &value_at);
        bool line = field->form <= FIELD_FORM_PLAIN && !field->nested && !field->quoted;
        if (field->item == index && line && !span_is_empty(field->value))
            own = field;
    }
    if (!edit.new_text.len && own) {
        const struct text *text = &check->document->text;
        struct span line = text_line(text, text_line_of(text, own->label_span.start));
        uint32_t end = own->body.end > own->span.end ? own->body.end : own->span.end;
        end = text_line(text, text_line_of(text, end > 0 ? end - 1 : 0)).end;
        char *lead =
            arena_printf(check->arena, "%.*s%.*sMitigation%.*s", SLICE_ARG(text_line_end(text)),
                         SLICE_ARG(slice_sub(check->text, line.start, own->label_span.start)),
                         SLICE_ARG(slice_sub(check->text, own->label_span.end, own->value.start)));
        value_at = (uint32_t)strlen(lead);
        edit = (struct text_edit){
            {end, end}, slice_of(arena_printf(check->arena, "%s" INSERT_FIELD_PLACEHOLDER, lead))};
    }
    if (!edit.new_text.len)
        return;
    struct planls_fix *fix = report_fix(check, diagnostic, false, "Insert a mitigation");
    fix_edit(check, fix, check->document, edit.span, edit.new_text);
    fix->select = (struct planls_range){value_at, value_at + 3};
}

/* The first of a part's bottlenecks that nothing is said against; false where there is none. */
static bool report_node(struct web *web, const struct bottlenecks *part)
{
    struct check *check = web->check;
    const struct model *model = check->model;
    for (size_t i = 0; i < part->nodes.len; i++) {
        uint32_t node = part->nodes.items[i];
        bool is_item = node < model->items.len;
        if (is_item ? !can_fail(model, &model->items.items[node]) || has_mitigation(model, node)
                    : slice_find_nocase(check->text, SLICE("mitigat")) != SLICE_NONE)
            continue;
        struct span where = is_item ? model->items.items[node].name_span
                                    : model->chain.names.items[node - model->items.len].where;
        uint32_t waiting = count_waiting(web, node), others = part->size - 1;
        const char *count =
            waiting == others ? arena_printf(check->arena, "all %u others", others)
                              : arena_printf(check->arena, "%u of the %u others", waiting, others);
        struct planls_diagnostic *diagnostic = report(
            check, where,
            "Every path to the goal runs through this: %s wait for it, and nothing says what "
            "is done if it fails",
            count);
        if (is_item)
            fix_item(check, diagnostic, node);
        return true;
    }
    return false;
}

/* ---- people ---------------------------------------------------------------------------------- */

struct owner {
    struct slice key;
    const struct person *person; /* where first named */
    uint32_t items;              /* owned alone, in the part */
};

struct owners {
    VEC_MEMBERS(struct owner);
};

static const struct person *sole_owner(const struct model *model, uint32_t node)
{
    if (node >= model->items.len || !can_fail(model, &model->items.items[node]))
        return NULL;
    const struct people *owners = &model->items.items[node].owners;
    return owners->len == 1 ? &owners->items[0] : NULL;
}

static void count_owners(const struct web *web, uint32_t part, struct owners *out)
{
    struct check *check = web->check;
    for (uint32_t v = 0; v < web->count; v++) {
        const struct person *person =
            web->parts.part_of[v] == part ? sole_owner(check->model, v) : NULL;
        if (!person)
            continue;
        struct slice key = fold_title(check->arena, person->name);
        size_t at = 0;
        while (at < out->len && !slice_equal(out->items[at].key, key))
            at++;
        if (at == out->len && out->len < PEOPLE_MOST)
            *VEC_PUSH(check->arena, out) = (struct owner){key, person, 0};
        if (at < out->len)
            out->items[at].items++;
    }
}

/* Somebody who alone owns an item on every path; where one person owns most of a plan that is
 * single-owner-risk's finding. */
static void report_person(struct web *web, uint32_t part)
{
    struct check *check = web->check;
    struct owners owners = {0};
    count_owners(web, part, &owners);
    for (size_t o = 0; owners.len > 1 && o < owners.len; o++) {
        const struct owner *owner = &owners.items[o];
        if (owner->items < 2 || owner->items * 2 > web->parts.items[part].size)
            continue;
        bool *removed = arena_array(check->arena, (size_t)web->count + 1, sizeof *removed);
        for (uint32_t v = 0; v < web->count; v++) {
            const struct person *person =
                web->parts.part_of[v] == part ? sole_owner(check->model, v) : NULL;
            removed[v] = person && slice_equal(fold_title(check->arena, person->name), owner->key);
        }
        if (!bottleneck_is_set(&web->waits, web->parts.part_of, part, removed, check->arena))
            continue;
        report(check, owner->person->name_span,
               "Every path to the goal runs through one of the %u items that %.*s owns alone, so "
               "nothing gets there while %.*s is away",
               owner->items, SLICE_ARG(owner->person->name), SLICE_ARG(owner->person->name));
        return;
    }
}

static void check_single_point_of_failure(struct check *check)
{
    struct web web = {.check = check};
    if (check_named(check))
        return;
    make_web(&web);
    uint32_t looked_into = 0;
    for (uint32_t p = 0; p < web.parts.len && looked_into < PARTS_MOST; p++) {
        const struct bottlenecks *part = &web.parts.items[p];
        if (!part->branching || part->size < PART_LEAST)
            continue;
        looked_into++;
        if (!report_node(&web, part) && part->nodes.len == 0)
            report_person(&web, p);
    }
}

RULE(single_point_of_failure) = {
    .name = "single-point-of-failure",
    .summary =
        "every path to the goal runs through one item or person, and nothing is done against it",
    .severity = PLANLS_HINT,
    .scope = RULE_WORKSPACE,
    .since = "0.1",
    .check = check_single_point_of_failure,
};
