/* layout.c: what the structs of a model are made of, and packing them. */
#include "model/layout.h"

#include "model/builder.h"

#define SPAN_MEMBER(type, name)                                                                    \
    {                                                                                              \
        offsetof(type, name), LAYOUT_SPAN, NULL                                                    \
    }
#define SLICE_MEMBER(type, name)                                                                   \
    {                                                                                              \
        offsetof(type, name), LAYOUT_SLICE, NULL                                                   \
    }
#define LIST_MEMBER(type, name, kind)                                                              \
    {                                                                                              \
        offsetof(type, name), LAYOUT_LIST, &(kind)                                                 \
    }
#define LAYOUT(type, list)                                                                         \
    {                                                                                              \
        sizeof(type), (list), sizeof(list) / sizeof *(list)                                        \
    }

/* ---- the structs (model.h, values.h) ----------------------------------------------------------- */

static const struct layout_member time_members[] = {
    SPAN_MEMBER(struct time_value, where),
    SPAN_MEMBER(struct time_value, first),
    SPAN_MEMBER(struct time_value, second),
    SPAN_MEMBER(struct time_value, weekday),
};
const struct layout layout_of_time = LAYOUT(struct time_value, time_members);

static const struct layout_member entry_members[] = {
    SPAN_MEMBER(struct timeline_entry, where),
    SPAN_MEMBER(struct timeline_entry, time.where),
    SPAN_MEMBER(struct timeline_entry, time.first),
    SPAN_MEMBER(struct timeline_entry, time.second),
    SPAN_MEMBER(struct timeline_entry, time.weekday),
    SLICE_MEMBER(struct timeline_entry, text),
    SLICE_MEMBER(struct timeline_entry, label),
};
static const struct layout layout_of_entry = LAYOUT(struct timeline_entry, entry_members);

static const struct layout_member money_members[] = {
    SPAN_MEMBER(struct money, where),
    SLICE_MEMBER(struct money, per),
    SLICE_MEMBER(struct money, label),
};
static const struct layout layout_of_money = LAYOUT(struct money, money_members);

static const struct layout_member person_members[] = {
    SPAN_MEMBER(struct person, where),     SPAN_MEMBER(struct person, name_span),
    SPAN_MEMBER(struct person, role_span), SLICE_MEMBER(struct person, name),
    SLICE_MEMBER(struct person, role),     SLICE_MEMBER(struct person, scope),
    SLICE_MEMBER(struct person, key),
};
static const struct layout layout_of_person = LAYOUT(struct person, person_members);

static const struct layout_member criterion_members[] = {
    SPAN_MEMBER(struct criterion, where),
    SLICE_MEMBER(struct criterion, text),
};
static const struct layout layout_of_criterion = LAYOUT(struct criterion, criterion_members);

static const struct layout_member risk_members[] = {
    SPAN_MEMBER(struct risk, where),    SPAN_MEMBER(struct risk, blocker_span),
    SLICE_MEMBER(struct risk, blocker), SLICE_MEMBER(struct risk, mitigation),
    SPAN_MEMBER(struct risk, insert),
};
static const struct layout layout_of_risk = LAYOUT(struct risk, risk_members);

static const struct layout_member dependency_members[] = {
    SPAN_MEMBER(struct dependency, where),
    SLICE_MEMBER(struct dependency, target),
};
static const struct layout layout_of_dependency = LAYOUT(struct dependency, dependency_members);

static const struct layout_member item_members[] = {
    SPAN_MEMBER(struct item, span),
    SPAN_MEMBER(struct item, name_span),
    SLICE_MEMBER(struct item, title),
    SLICE_MEMBER(struct item, key),
    SLICE_MEMBER(struct item, full_key),
    SLICE_MEMBER(struct item, id),
    SLICE_MEMBER(struct item, number),
    SLICE_MEMBER(struct item, anchor),
    SLICE_MEMBER(struct item, priority),
    SLICE_MEMBER(struct item, status_text),
    LIST_MEMBER(struct item, timeline, layout_of_entry),
    LIST_MEMBER(struct item, budget, layout_of_money),
    LIST_MEMBER(struct item, owners, layout_of_person),
    LIST_MEMBER(struct item, criteria, layout_of_criterion),
    LIST_MEMBER(struct item, risks, layout_of_risk),
    LIST_MEMBER(struct item, depends_on, layout_of_dependency),
};
const struct layout layout_of_item = LAYOUT(struct item, item_members);

static const struct layout_member claim_members[] = {
    SPAN_MEMBER(struct task_claim, where),
    SLICE_MEMBER(struct task_claim, target),
};
static const struct layout layout_of_claim = LAYOUT(struct task_claim, claim_members);

static const struct layout_member task_members[] = {
    SPAN_MEMBER(struct task, span),
    SPAN_MEMBER(struct task, box),
    SPAN_MEMBER(struct task, title_span),
    SLICE_MEMBER(struct task, title),
    SLICE_MEMBER(struct task, id),
    SPAN_MEMBER(struct task, id_span),
    SLICE_MEMBER(struct task, status_text),
    LIST_MEMBER(struct task, claims, layout_of_claim),
    LIST_MEMBER(struct task, depends_on, layout_of_dependency),
    LIST_MEMBER(struct task, owners, layout_of_person),
    SPAN_MEMBER(struct task, due_span),
};
const struct layout layout_of_task = LAYOUT(struct task, task_members);

/* ---- packing ------------------------------------------------------------------------------------
 *
 * The structs' bytes one behind the other, then for each of them what its strings and lists hold. A
 * place that is none stays (0, 0) wherever the rest is moved. */

/* Any VEC: all have this layout (base/vec.h). */
struct list {
    VEC_MEMBERS(void);
};

static struct span moved(struct span span, uint32_t by)
{
    return span.end ? (struct span){span.start + by, span.end + by} : span;
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
                span = moved(span, -start);
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
                span = moved(span, start);
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
