/* card_document.c: a document that is referred to: how long it is, what is said of it, how fresh. */
#include "features/card_document.h"

#include "analysis/claims.h"
#include "analysis/freshness.h"
#include "features/card.h"

static void put_count(struct strbuf *out, size_t count, const char *one, const char *many,
                      bool *first)
{
    if (count == 0)
        return;
    strbuf_printf(out, "%s%zu %s", *first ? "- " : ", ", count, count == 1 ? one : many);
    *first = false;
}

static void put_size(struct strbuf *out, const struct model *model)
{
    struct counts sections;
    bool first = true;
    if (counts_of(model, COUNTS_WHOLE, COUNTED_SECTIONS, &sections))
        put_count(out, sections.ways[0].all, "section", "sections", &first);
    put_count(out, model->lines, "line", "lines", &first);
    put_count(out, model->items.len, "item", "items", &first);
    put_count(out, model->tasks.len, "task", "tasks", &first);
    if (!first)
        strbuf_putc(out, '\n');
}

/* What the referring document says of its size: "Said here: 17 sections ✗, ~800 lines ✓". */
static void put_claims(const struct planls_workspace *workspace, const struct document *from,
                       const struct document *document, struct arena *scratch, struct strbuf *out)
{
    struct claims claims = {0};
    size_t shown = 0;
    if (!from->loaded)
        return;
    claims_of(workspace->ws, from, scratch, &claims);
    for (size_t i = 0; i < claims.len; i++) {
        const struct claim *claim = &claims.items[i];
        struct counts counts;
        if (claim->about != document || claim->reference == NO_INDEX)
            continue;
        struct slice said = span_slice(from->text.bytes, claim->where);
        strbuf_printf(out, "%s%.*s", shown++ ? ", " : "- Said here: ", SLICE_ARG(said));
        if (claim_is_wrong(claim, &counts))
            strbuf_puts(out, " ✗");
        else
            strbuf_puts(out, " ✓");
    }
    if (shown)
        strbuf_putc(out, '\n');
}

static void put_freshness(struct strbuf *out, const struct freshness *freshness,
                          struct slice cadence)
{
    if (freshness->updated == DATE_NONE && cadence.len == 0 && freshness->due == DATE_NONE)
        return;
    strbuf_puts(out, "- ");
    if (freshness->updated != DATE_NONE) {
        strbuf_puts(out, "Last updated ");
        card_dates(out, freshness->updated, freshness->updated);
    }
    if (cadence.len)
        strbuf_printf(out, "%s%.*s",
                      freshness->updated != DATE_NONE ? " · " : "Updated: ", SLICE_ARG(cadence));
    if (freshness->due != DATE_NONE) {
        strbuf_puts(out, " · next due ");
        card_dates(out, freshness->due, freshness->due);
    }
    strbuf_putc(out, '\n');
}

static void put_part(struct strbuf *out, const char *label, struct slice text)
{
    if (text.len)
        strbuf_printf(out, "- %s: %.*s\n", label, SLICE_ARG(text));
}

static void add_entry(struct index_entry *all, const struct index_entry *entry)
{
    all->cadence = all->cadence.len ? all->cadence : entry->cadence;
    all->owner = all->owner.len ? all->owner : entry->owner;
    all->audience = all->audience.len ? all->audience : entry->audience;
    all->sections = all->sections.len ? all->sections : entry->sections;
}

/* All that the entries of an index say of the document, in one. */
static struct index_entry entry_of(const struct planls_workspace *workspace,
                                   const struct document *from, const struct document *document)
{
    struct index_entry all = {.cadence = SLICE("")};
    for (size_t i = 0; i < from->model->entries.len; i++) {
        const struct index_entry *entry = &from->model->entries.items[i];
        uint32_t index = model_reference_at(from->model, entry->target_span.start);
        struct target target;
        if (index == NO_INDEX ||
            resolve_reference(workspace->ws, from, &from->model->references.items[index],
                              &target) != RESOLVED ||
            target.document != document)
            continue;
        add_entry(&all, entry);
    }
    return all;
}

static void put_entry(struct strbuf *out, const struct index_entry *entry)
{
    put_part(out, "Owner", entry->owner);
    put_part(out, "For", entry->audience);
    put_part(out, "Sections", entry->sections);
}

void card_document(const struct planls_workspace *workspace, const struct document *from,
                   const struct document *document, struct arena *scratch, struct strbuf *out)
{
    const struct model *model = document->model;
    struct slice title = model->title.len ? model->title : document->path;
    struct index_entry entry = entry_of(workspace, from, document);
    struct slice cadence = model->cadence.len ? model->cadence : entry.cadence;
    struct freshness freshness = freshness_of(model);
    if (freshness.due == DATE_NONE && model->cadence.len == 0)
        freshness = freshness_by(cadence, model);
    strbuf_printf(out, "**%.*s**\n\n", SLICE_ARG(title));
    put_size(out, model);
    put_claims(workspace, from, document, scratch, out);
    put_freshness(out, &freshness, cadence);
    put_entry(out, &entry);
    strbuf_printf(out, "\n_%.*s_\n", SLICE_ARG(document->path));
}

void card_entry(const struct document *from, uint32_t reference, struct strbuf *out)
{
    const struct reference *named = &from->model->references.items[reference];
    struct index_entry all = {.cadence = SLICE("")};
    bool found = false;
    for (size_t i = 0; i < from->model->entries.len; i++) {
        const struct index_entry *entry = &from->model->entries.items[i];
        if (!slice_equal(entry->target, named->path))
            continue;
        found = true;
        add_entry(&all, entry);
    }
    if (!found)
        return;
    strbuf_printf(out, "**%.*s** · not there\n\n", SLICE_ARG(named->path));
    put_part(out, "Updated", all.cadence);
    put_entry(out, &all);
}
