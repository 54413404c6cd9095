/* rename_person.c: somebody's name, wherever they are named. */
#include "features/rename.h"

#include "text/fold.h"

#include <string.h>

static bool is_taken(struct renaming *r)
{
    const struct workspace *ws = r->workspace->ws;
    struct slice own = r->subject->person->key;
    for (size_t d = 0; d < workspace_count(ws); d++) {
        const struct model *model = workspace_at(ws, d)->model;
        for (size_t i = 0; i < model->items.len; i++) {
            const struct people *owners = &model->items.items[i].owners;
            for (size_t p = 0; p < owners->len; p++)
                if (slice_equal_nocase(owners->items[p].name, r->name) &&
                    !slice_equal(owners->items[p].key, own))
                    return true;
        }
    }
    return false;
}

/* Would an owner's field that holds the name say that it is this one person's? */
static bool is_read_as_a_person(struct renaming *r)
{
    struct slice plan = slice_of(
        arena_printf(r->arena, "## Initiative: A\n- **Owner:** Xa Yb, %.*s\n", SLICE_ARG(r->name)));
    struct snapshot *snapshot = snapshot_new(SLICE("plan.md"), plan, &r->workspace->settings,
                                             workspace_parser(r->workspace->ws));
    const struct model *model = snapshot_document(snapshot)->model;
    const struct people *owners = model->items.len == 1 ? &model->items.items[0].owners : NULL;
    bool good = owners && owners->len == 2 && slice_equal(owners->items[1].name, r->name);
    snapshot_free(snapshot);
    return good;
}

/* Is `part` the first words of `whole`? */
static bool begins(struct slice whole, struct slice part)
{
    return slice_starts_nocase(whole, part) &&
           (whole.len == part.len || ascii_is_space(whole.ptr[part.len]));
}

static struct slice first_word(struct slice name)
{
    size_t end = slice_find_byte(name, ' ');
    return end == SLICE_NONE ? name : slice_sub(name, 0, end);
}

static bool is_lower(struct slice text)
{
    for (size_t i = 0; i < text.len; i++)
        if (text.ptr[i] >= 'A' && text.ptr[i] <= 'Z')
            return false;
    return true;
}

/* The new name as one of the old one's forms: "Jane" where a document also calls Jane Doe that, all of
 * "Jane Doe" where "Jane" gets a name of several words, "@jane" where the handle is written so. */
static struct slice name_in_form(struct renaming *r, struct slice mention, bool handle)
{
    struct slice old = r->subject->person->name, first = first_word(r->name);
    if (handle && is_lower(mention) && !slice_equal(mention, old))
        first = fold_case(r->arena, first);
    if (handle)
        return first;
    if (begins(mention, old) && first.len == r->name.len)
        return slice_of(arena_printf(r->arena, "%.*s%.*s", SLICE_ARG(r->name),
                                     SLICE_ARG(slice_from(mention, old.len))));
    if (begins(mention, old))
        return r->name;
    if (begins(old, mention))
        return first;
    return mention;
}

void rename_person(struct renaming *r)
{
    if (r->name.len > 1 && r->name.ptr[0] == '@')
        r->name = slice_from(r->name, 1);
    for (size_t i = 0; i < r->name.len; i++) {
        if (strchr(",;/|()[]&+→", r->name.ptr[i]) && (unsigned char)r->name.ptr[i] < 0x80) {
            renaming_refuse(r, "A name cannot hold “%c”: it separates people", r->name.ptr[i]);
            return;
        }
    }
    if (!is_read_as_a_person(r)) {
        renaming_refuse(r, "“%.*s” would not be read as somebody's name", SLICE_ARG(r->name));
        return;
    }
    if (is_taken(r)) {
        renaming_refuse(r, "“%.*s” is somebody else already", SLICE_ARG(r->name));
        return;
    }
    struct person_mentions mentions = {0};
    subject_mentions(r->workspace, r->subject->person, r->arena, &mentions);
    for (size_t i = 0; i < mentions.len; i++) {
        const struct person *person = mentions.items[i].person;
        const struct document *document = mentions.items[i].document;
        struct slice written = span_slice(document->text.bytes, person->name_span);
        uint32_t start = person->name_span.start;
        bool at = written.len && written.ptr[0] == '@';
        bool handle = at || (start > 0 && start <= document->text.bytes.len &&
                             document->text.bytes.ptr[start - 1] == '@');
        struct span span = {start + at, person->name_span.end};
        renaming_edit(r, document, span, name_in_form(r, slice_from(written, at), handle));
    }
}
