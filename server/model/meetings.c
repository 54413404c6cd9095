/* meetings.c: meetings that come round: the sections of an "Ongoing cadence" that say how often. */
#include "model/cadence.h"
#include "model/decision_words.h"
#include "model/record_build.h"
#include "model/title.h"

static bool names_when(struct slice label)
{
    static const char *const words[] = {"time", "when", "schedule", "day", "zeit", "wann", "quand"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (slice_is_nocase(label, words[i]))
            return true;
    return false;
}

static void add_meeting(struct builder *b, uint32_t block)
{
    const struct block *v = b->blocks->v;
    uint32_t section = v[block].parent;
    struct meeting meeting = {.span = v[section].span, .name_span = v[block].text};
    meeting.title = record_text(b, v[block].text);
    if (cadence_read(meeting.title).kind != CADENCE_REGULAR)
        return;
    for (uint32_t i = v[block].next; i < v[section].next && meeting.when.len == 0; i++) {
        struct label label;
        if (v[i].kind == BLOCK_LINE && label_read(b->bytes, v[i].text, &label) &&
            names_when(span_slice(b->bytes, label.words)))
            meeting.when = record_text(b, label.value);
    }
    *VEC_PUSH(b->arena, &b->model->meetings) = meeting;
}

void build_meetings(struct builder *b)
{
    const struct block *v = b->blocks->v;
    for (uint32_t i = 1; i < b->blocks->len; i++) {
        if (v[i].kind != BLOCK_HEADING || v[v[i].parent].kind != BLOCK_SECTION)
            continue;
        uint32_t heading = b->heading_of[i];
        uint32_t above = heading == NO_INDEX ? NO_INDEX : b->model->headings.items[heading].parent;
        if (above != NO_INDEX && builder_judge(b, b->titles[above].whole, is_cadence_title))
            add_meeting(b, i);
    }
}
