/* task_claims.c: what a task says it serves, in the six ways of server/README.md's order: front
 * matter, field, link, wiki link, the dialect's tag, the section it stands in. Reads the lines below
 * a task on the way for what their labels say of it.
 */
#include "model/labels.h"
#include "model/line_questions.h"
#include "model/phrases.h"
#include "model/reference_build.h"
#include "model/task_build.h"
#include "model/task_words.h"

#include <string.h>

const char *link_via_name(enum link_via via)
{
    static const char *const names[] = {
        [VIA_FRONT_MATTER] = "front-matter",
        [VIA_FIELD] = "field",
        [VIA_LINK] = "link",
        [VIA_WIKI_LINK] = "wikilink",
        [VIA_TAG] = "tag",
        [VIA_SECTION] = "section",
        [VIA_NONE] = "none",
    };
    return names[via];
}

void task_add_claim(struct builder *b, struct task *task, enum link_via via, struct span where,
                    struct slice target)
{
    *VEC_PUSH(b->scratch, &task->claims) = (struct task_claim){via, where, target};
}

/* ---- links ----------------------------------------------------------------------------------- */

static bool is_heading_link(struct slice target)
{
    return slice_find_byte(target, '#') != SLICE_NONE && !slice_contains(target, SLICE("://"));
}

/* Links to headings and wiki links among a line's shapes. `first` stops behind the first one. */
static size_t claims_of_shapes(struct builder *b, const struct inlines *inlines, enum link_via via,
                               bool first, struct task *task)
{
    size_t count = 0;
    for (uint32_t i = 0; i < inlines->len && !(first && count); i++) {
        const struct inline_node *node = &inlines->v[i];
        struct slice target = span_slice(b->bytes, node->target);
        bool link = node->kind == INLINE_LINK && !node->is_reference && is_heading_link(target);
        if (!link && node->kind != INLINE_WIKI_LINK)
            continue;
        enum link_via own = link ? VIA_LINK : VIA_WIKI_LINK;
        task_add_claim(b, task, via == VIA_NONE ? own : via, node->span, builder_keep(b, target));
        count++;
    }
    return count;
}

bool line_may_hold_link(struct slice s)
{
    return slice_find_byte(s, '[') != SLICE_NONE &&
           (slice_contains(s, SLICE("](")) || slice_contains(s, SLICE("[[")));
}

/* ---- the lines of a task ---------------------------------------------------------------------- */

#define TITLE_WORDS_MAX 6

/* Words that can be a title of something else: few, and no sentence. */
static bool is_title_like(struct slice s)
{
    size_t words = 1;
    for (size_t i = 0; i < s.len; i++)
        words += s.ptr[i] == ' ';
    return words <= TITLE_WORDS_MAX && s.len && !strchr(".!?…", s.ptr[s.len - 1]);
}

/* An id, or a place in a document. */
static bool is_certain_name(struct slice s)
{
    bool certain;
    struct span all = {0, (uint32_t)s.len};
    return slice_find_byte(s, '#') != SLICE_NONE ||
           (s.len && span_equal(task_id_at(s, all, DIALECT_KIRO, &certain), all));
}

/* "plan.md": a document, none of its items. */
static bool is_only_file(struct slice s)
{
    size_t length;
    return path_is_code(s, &length) && length == s.len;
}

/* A field's value may be a title or a link to it. "Plan: plan.md" names a document, "Milestone: a
 * working demo" over a section an aim: no item is claimed. */
static void claim_of_field(struct builder *b, struct slice label, struct span value,
                           bool of_section, struct task *task)
{
    struct slice s = span_slice(b->bytes, value);
    if (s.len == 0)
        return;
    struct inlines inlines = builder_inlines_of(b, value);
    if (line_may_hold_link(s) && claims_of_shapes(b, &inlines, VIA_FIELD, false, task))
        return;
    struct slice plain = inline_plain(&inlines, b->bytes, b->arena);
    if (is_outcome_label(label) && !is_certain_name(plain) && (of_section || !is_title_like(plain)))
        return;
    if (!is_only_file(slice_trim(plain)))
        task_add_claim(b, task, VIA_FIELD, value, plain);
}

static void read_label(struct task_maker *maker, const struct label *label, struct task *task)
{
    struct builder *b = maker->b;
    struct slice words = span_slice(b->bytes, label->words);
    struct inlines inlines;
    switch (field_key_of(words, b->settings)) {
    case FIELD_INITIATIVE:
        claim_of_field(b, words, label->value, false, task);
        break;
    case FIELD_REQUIREMENTS:
        claims_of_requirements(maker, label->value, task);
        break;
    case FIELD_TIMELINE:
        task_read_due_field(maker, words, label->value, task);
        break;
    case FIELD_DEPENDENCIES:
        task_read_dependencies(maker, label->value, true, task);
        break;
    case FIELD_OWNER:
        inlines = builder_inlines_of(b, label->value);
        people_read(&inlines, b->bytes, b->scratch, &task->owners);
        break;
    case FIELD_ID:
        if (task->id.len == 0 && !span_is_empty(label->value)) {
            task->id_span = label->value;
            task->id = builder_plain(b, label->value);
        }
        break;
    default:
        break;
    }
}

/* The links of a line, and of those that one of them goes on in; gives the last. */
static uint32_t claims_of_lines(struct builder *b, uint32_t block, struct task *task)
{
    struct span lines = b->blocks->v[block].text;
    uint32_t last = block;
    if (line_is(b, block, LINE_LEAVES_BRACKETS_OPEN))
        last = reference_last_line(b, block);
    if (last == block && !line_is(b, block, LINE_MAY_HOLD_LINK))
        return last;
    lines.end = b->blocks->v[last].text.end;
    struct inlines joined;
    const struct inlines *inlines = last == block ? builder_inlines(b, block) : &joined;
    if (last != block)
        joined = builder_inlines_of(b, lines);
    claims_of_shapes(b, inlines, VIA_NONE, false, task);
    return last;
}

static void read_line(struct task_maker *maker, uint32_t block, bool own, struct task *task)
{
    struct builder *b = maker->b;
    struct span text = b->blocks->v[block].text;
    struct label label;
    if (!own && label_read(b->bytes, text, &label))
        read_label(maker, &label, task);
}

static void read_lines(struct task_maker *maker)
{
    const struct blocks *blocks = maker->b->blocks;
    uint32_t linked = 0; /* the links up to this line have been read */
    for (uint32_t i = 1; i < blocks->len; i++) {
        uint32_t draft = maker->draft_of[i];
        if (draft == NO_INDEX || blocks->v[i].kind != BLOCK_LINE)
            continue;
        const struct task_draft *d = &maker->drafts.items[draft];
        bool own = blocks->v[i].text.start <= d->span.end;
        if (i > linked)
            linked = claims_of_lines(maker->b, i, &maker->b->model->tasks.items[draft]);
        read_line(maker, i, own, &maker->b->model->tasks.items[draft]);
    }
    for (size_t i = 0; i < maker->drafts.len; i++) {
        const struct task_draft *draft = &maker->drafts.items[i];
        if (blocks->v[draft->block].kind == BLOCK_ITEM ||
            !line_may_hold_link(span_slice(maker->b->bytes, draft->text)))
            continue;
        struct inlines inlines = builder_inlines_of(maker->b, draft->text);
        claims_of_shapes(maker->b, &inlines, VIA_NONE, false, &maker->b->model->tasks.items[i]);
    }
}

/* ---- front matter and sections ---------------------------------------------------------------- */

/* So many claims at most come to a task from its document and from each section: no text makes the
 * reading quadratic. */
#define SHARED_MAX 8

struct claims {
    struct task_claim items[SHARED_MAX];
    size_t len;
};

static void share(struct claims *claims, const struct task *from)
{
    for (size_t i = 0; i < from->claims.len && claims->len < SHARED_MAX; i++)
        claims->items[claims->len++] = from->claims.items[i];
}

static void give(struct builder *b, const struct claims *claims, struct task *task)
{
    for (size_t i = 0; i < claims->len; i++)
        *VEC_PUSH(b->scratch, &task->claims) = claims->items[i];
}

static void claims_of_front_matter(struct builder *b, struct claims *claims)
{
    static const char *const keys[] = {"initiative", "item", "milestone", "plan"};
    const struct yaml_entries *entries = &b->model->front_matter;
    for (uint32_t i = 0; i < entries->len; i++) {
        const struct yaml_entry *entry = &entries->v[i];
        for (size_t k = 0; k < sizeof keys / sizeof *keys; k++)
            if (slice_is_nocase(entry->key, keys[k]) && entry->value.len &&
                claims->len < SHARED_MAX)
                claims->items[claims->len++] =
                    (struct task_claim){VIA_FRONT_MATTER, entry->value_span, entry->value};
    }
}

/* What each heading's section says for the tasks in it. The last one is the document's own. */
struct section {
    uint32_t field;      /* its first FIELD_INITIATIVE that is no task's, or NO_INDEX */
    uint32_t link_block; /* the first line of its own that may hold a link to an item, or 0 */
    bool read;
    struct claims claims; /* title, field, link; once read */
};

/* Lines outside lists, quotes and tables, and the heading itself. */
static bool is_sections_own(const struct blocks *blocks, uint32_t block)
{
    if (blocks->v[block].kind == BLOCK_HEADING)
        return true;
    const struct block *paragraph = &blocks->v[blocks->v[block].parent];
    uint8_t above = blocks->v[paragraph->parent].kind;
    return blocks->v[block].kind == BLOCK_LINE &&
           (above == BLOCK_SECTION || above == BLOCK_DOCUMENT);
}

static struct section *sections_new(struct task_maker *maker)
{
    struct builder *b = maker->b;
    struct model *model = b->model;
    struct section *sections = arena_array(b->scratch, model->headings.len + 1, sizeof *sections);
    for (size_t i = 0; i <= model->headings.len; i++)
        sections[i].field = NO_INDEX;
    for (uint32_t f = 0; f < model->fields.len; f++) {
        const struct field *field = &model->fields.items[f];
        if (field->key != FIELD_INITIATIVE || field->form == FIELD_FORM_FRONT_MATTER ||
            maker->draft_of[field->block] != NO_INDEX || field->quoted)
            continue;
        size_t at = field->heading == NO_INDEX ? model->headings.len : field->heading;
        if (sections[at].field == NO_INDEX)
            sections[at].field = f;
    }
    for (uint32_t i = 1; i < b->blocks->len; i++) {
        const struct block *block = &b->blocks->v[i];
        if (block->kind != BLOCK_LINE && block->kind != BLOCK_HEADING)
            continue;
        size_t at = b->heading_of[i] == NO_INDEX ? model->headings.len : b->heading_of[i];
        if (sections[at].link_block == 0 && line_is(b, i, LINE_MAY_HOLD_LINK) &&
            is_sections_own(b->blocks, i))
            sections[at].link_block = i;
    }
    return sections;
}

static bool is_checklist_title(struct slice title)
{
    static const char *const words[] = {
        "checklist", "check list", "checkliste", "liste de contrôle", "lista de verificación",
        NULL};
    return phrases_any(title, words);
}

/* "FINAL CHECKLIST" over "Infrastructure": what is ticked there is no work on the item of that name. */
static bool is_in_checklist(const struct builder *b, uint32_t heading)
{
    const struct heading *headings = b->model->headings.items;
    for (; heading != NO_INDEX; heading = headings[heading].parent)
        if (builder_judge(b, headings[heading].title, is_checklist_title))
            return true;
    return false;
}

static void read_section(struct task_maker *maker, struct section *section, uint32_t heading)
{
    struct builder *b = maker->b;
    struct task all = {0};
    if (heading != NO_INDEX && b->model->headings.items[heading].title.len &&
        !is_in_checklist(b, b->model->headings.items[heading].parent))
        task_add_claim(b, &all, VIA_SECTION, b->model->headings.items[heading].title_span,
                       b->model->headings.items[heading].title);
    if (section->field != NO_INDEX) {
        const struct field *field = &b->model->fields.items[section->field];
        claim_of_field(b, field->label, field->value, true, &all);
    }
    if (section->link_block)
        claims_of_shapes(b, builder_inlines(b, section->link_block), VIA_SECTION, true, &all);
    share(&section->claims, &all);
    section->read = true;
}

/* Innermost heading first, the document's own lines last. */
static void claims_of_sections(struct task_maker *maker, struct section *sections,
                               struct task *task)
{
    const struct model *model = maker->b->model;
    uint32_t heading = task->heading;
    for (bool more = true; more;) {
        more = heading != NO_INDEX;
        struct section *section = &sections[more ? heading : model->headings.len];
        if (!section->read)
            read_section(maker, section, heading);
        give(maker->b, &section->claims, task);
        if (more)
            heading = model->headings.items[heading].parent;
    }
}

/* Strongest way first; what came first stays first. */
static void sort_claims(struct builder *b, struct task *task)
{
    size_t count = task->claims.len, at = 0;
    struct task_claim *sorted = arena_array(b->scratch, count, sizeof *sorted);
    for (int via = VIA_FRONT_MATTER; via <= VIA_NONE; via++)
        for (size_t i = 0; i < count; i++)
            if (task->claims.items[i].via == (enum link_via)via)
                sorted[at++] = task->claims.items[i];
    for (size_t i = 0; i < count; i++)
        task->claims.items[i] = sorted[i];
}

void tasks_read_claims(struct task_maker *maker)
{
    struct builder *b = maker->b;
    struct model *model = b->model;
    struct claims of_document = {0};
    struct section *sections = sections_new(maker);
    read_lines(maker);
    claims_of_front_matter(b, &of_document);
    for (size_t i = 0; i < model->tasks.len; i++) {
        struct task *task = &model->tasks.items[i];
        give(b, &of_document, task);
        claims_of_sections(maker, sections, task);
        sort_claims(b, task);
    }
}
