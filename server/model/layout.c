/* layout.c: what the structs of a model are made of, and packing them. */
#include "model/layout.h"

#include "model/builder.h"

#define LIST_OF(type, name, kind)                                                                  \
    {                                                                                              \
        offsetof(type, name), LAYOUT_LIST, &(kind)                                                 \
    }

/* ---- the structs (model.h, values.h) ----------------------------------------------------------- */

static const struct layout_member entry_members[] = {
    LAYOUT_SPAN_OF(struct timeline_entry, where),
    LAYOUT_SPAN_OF(struct timeline_entry, time.where),
    LAYOUT_SPAN_OF(struct timeline_entry, time.first),
    LAYOUT_SPAN_OF(struct timeline_entry, time.second),
    LAYOUT_SPAN_OF(struct timeline_entry, time.weekday),
    LAYOUT_SLICE_OF(struct timeline_entry, text),
    LAYOUT_SLICE_OF(struct timeline_entry, label),
};
static const struct layout layout_of_entry = LAYOUT_OF(struct timeline_entry, entry_members);

static const struct layout_member money_members[] = {
    LAYOUT_SPAN_OF(struct money, where),
    LAYOUT_SLICE_OF(struct money, per),
    LAYOUT_SLICE_OF(struct money, label),
};
static const struct layout layout_of_money = LAYOUT_OF(struct money, money_members);

static const struct layout_member person_members[] = {
    LAYOUT_SPAN_OF(struct person, where),     LAYOUT_SPAN_OF(struct person, name_span),
    LAYOUT_SPAN_OF(struct person, role_span), LAYOUT_SLICE_OF(struct person, name),
    LAYOUT_SLICE_OF(struct person, role),     LAYOUT_SLICE_OF(struct person, scope),
    LAYOUT_SLICE_OF(struct person, key),
};
static const struct layout layout_of_person = LAYOUT_OF(struct person, person_members);

static const struct layout_member criterion_members[] = {
    LAYOUT_SPAN_OF(struct criterion, where),
    LAYOUT_SLICE_OF(struct criterion, text),
};
static const struct layout layout_of_criterion = LAYOUT_OF(struct criterion, criterion_members);

static const struct layout_member risk_members[] = {
    LAYOUT_SPAN_OF(struct risk, where),    LAYOUT_SPAN_OF(struct risk, blocker_span),
    LAYOUT_SLICE_OF(struct risk, blocker), LAYOUT_SLICE_OF(struct risk, mitigation),
    LAYOUT_SPAN_OF(struct risk, insert),
};
static const struct layout layout_of_risk = LAYOUT_OF(struct risk, risk_members);

static const struct layout_member dependency_members[] = {
    LAYOUT_SPAN_OF(struct dependency, where),
    LAYOUT_SLICE_OF(struct dependency, target),
};
static const struct layout layout_of_dependency = LAYOUT_OF(struct dependency, dependency_members);

static const struct layout_member item_members[] = {
    LAYOUT_SPAN_OF(struct item, span),
    LAYOUT_SPAN_OF(struct item, name_span),
    LAYOUT_SLICE_OF(struct item, title),
    LAYOUT_SLICE_OF(struct item, key),
    LAYOUT_SLICE_OF(struct item, full_key),
    LAYOUT_SLICE_OF(struct item, id),
    LAYOUT_SLICE_OF(struct item, number),
    LAYOUT_SLICE_OF(struct item, anchor),
    LAYOUT_SLICE_OF(struct item, priority),
    LAYOUT_SLICE_OF(struct item, status_text),
    LIST_OF(struct item, timeline, layout_of_entry),
    LIST_OF(struct item, budget, layout_of_money),
    LIST_OF(struct item, owners, layout_of_person),
    LIST_OF(struct item, criteria, layout_of_criterion),
    LIST_OF(struct item, risks, layout_of_risk),
    LIST_OF(struct item, depends_on, layout_of_dependency),
};
const struct layout layout_of_item = LAYOUT_OF(struct item, item_members);

static const struct layout_member claim_members[] = {
    LAYOUT_SPAN_OF(struct task_claim, where),
    LAYOUT_SLICE_OF(struct task_claim, target),
};
static const struct layout layout_of_claim = LAYOUT_OF(struct task_claim, claim_members);

static const struct layout_member task_members[] = {
    LAYOUT_SPAN_OF(struct task, span),
    LAYOUT_SPAN_OF(struct task, box),
    LAYOUT_SPAN_OF(struct task, title_span),
    LAYOUT_SLICE_OF(struct task, title),
    LAYOUT_SLICE_OF(struct task, id),
    LAYOUT_SPAN_OF(struct task, id_span),
    LAYOUT_SLICE_OF(struct task, status_text),
    LIST_OF(struct task, claims, layout_of_claim),
    LIST_OF(struct task, depends_on, layout_of_dependency),
    LIST_OF(struct task, owners, layout_of_person),
    LAYOUT_SPAN_OF(struct task, due_span),
};
const struct layout layout_of_task = LAYOUT_OF(struct task, task_members);

static const struct layout_member metric_members[] = {
    LAYOUT_SPAN_OF(struct metric, where),
    LAYOUT_SLICE_OF(struct metric, text),
    LAYOUT_SLICE_OF(struct metric, unit),
};
static const struct layout layout_of_metric = LAYOUT_OF(struct metric, metric_members);
static const struct layout_member metrics_members[] = {{0, LAYOUT_LIST, &layout_of_metric}};
const struct layout layout_of_metrics = LAYOUT_OF(struct metrics, metrics_members);

/* ---- packing ------------------------------------------------------------------------------------
 *
 * The structs' bytes one behind the other, then for each of them what its strings and lists hold. */

/* Any VEC: all have this layout (base/vec.h). */
struct list {
    VEC_MEMBERS(void);
};

/* No place ends before it begins: stands for SPAN_NONE in packed bytes. */
static const struct span packed_none = {1, 0};

static struct span pack_span(struct span span, uint32_t start)
{
    return span.end ? (struct span){span.start - start, span.end - start} : packed_none;
}

static struct span unpack_span(struct span span, uint32_t start)
{
    return span_equal(span, packed_none) ? SPAN_NONE
                                         : (struct span){span.start + start, span.end + start};
}

void layout_pack(const struct layout *layout, const void *values, size_t count, uint32_t start,
                 struct strbuf *out)
{
    size_t at = out->len;
    strbuf_append(out, (struct slice){values, count * layout->size});
    for (size_t i = 0; i < count; i++) {
        const char *value = (const char *)values + i * layout->size;
        for (size_t m = 0; m < layout->count; m++) {
            const struct layout_member *member = &layout->members[m];
            size_t in = at + i * layout->size + member->offset;
            struct span span;
            struct slice text;
            struct list list;
            switch (member->kind) {
            case LAYOUT_SPAN:
                memcpy(&span, value + member->offset, sizeof span);
                span = pack_span(span, start);
                memcpy(out->ptr + in, &span, sizeof span);
                break;
            case LAYOUT_SLICE:
                memcpy(&text, value + member->offset, sizeof text);
                strbuf_append(out, text);
                text.ptr = NULL;
                memcpy(out->ptr + in, &text, sizeof text);
                break;
            case LAYOUT_LIST:
                memcpy(&list, value + member->offset, sizeof list);
                layout_pack(member->of, list.items, list.len, start, out);
                list.items = NULL;
                list.cap = list.len;
                memcpy(out->ptr + in, &list, sizeof list);
                break;
            }
        }
    }
}

static const char *unpack(const struct layout *layout, struct builder *b, const char *packed,
                          uint32_t start, char *values, size_t count)
{
    memcpy(values, packed, count * layout->size);
    packed += count * layout->size;
    for (size_t i = 0; i < count; i++, values += layout->size) {
        for (size_t m = 0; m < layout->count; m++) {
            const struct layout_member *member = &layout->members[m];
            char *in = values + member->offset;
            struct span span;
            struct slice text;
            struct list list;
            switch (member->kind) {
            case LAYOUT_SPAN:
                memcpy(&span, in, sizeof span);
                span = unpack_span(span, start);
                memcpy(in, &span, sizeof span);
                break;
            case LAYOUT_SLICE:
                memcpy(&text, in, sizeof text);
                if (!text.len)
                    break;
                text.ptr = packed;
                packed += text.len;
                text = builder_keep(b, text);
                memcpy(in, &text, sizeof text);
                break;
            case LAYOUT_LIST:
                memcpy(&list, in, sizeof list);
                if (!list.len)
                    break;
                list.items = arena_array(b->scratch, list.len, member->of->size);
                packed = unpack(member->of, b, packed, start, list.items, list.len);
                memcpy(in, &list, sizeof list);
                break;
            }
        }
    }
    return packed;
}

void layout_unpack(const struct layout *layout, struct builder *b, const char *packed,
                   uint32_t start, void *values, size_t count)
{
    unpack(layout, b, packed, start, values, count);
}
