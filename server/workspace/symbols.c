/* symbols.c: the names of all documents, laid out for a search. */
#include "workspace/symbols.h"

#include "text/fold.h"
#include "text/letters.h"
#include "workspace/internal.h"

#include <stdlib.h>
#include <string.h>

/* Somebody who is named again is looked for among so many people before: more would be quadratic. */
#define MAX_LOOK_BACK 64
/* All is laid out anew when more than half of so many names is left over from documents that went. */
#define MANY_NAMES 4096

struct symbols *symbols_new(void)
{
    struct symbols *symbols = memory_alloc(sizeof *symbols);
    *symbols = (struct symbols){0};
    arena_init(&symbols->arena);
    return symbols;
}

void symbols_free(struct symbols *symbols)
{
    free(symbols->names);
    free(symbols->letters);
    free(symbols->starts);
    free(symbols->nexts);
    free(symbols->of);
    arena_release(&symbols->arena);
    free(symbols);
}

/* ---- documents that come and go -------------------------------------------------------------- */

static void want(struct symbols *symbols, uint32_t slot)
{
    if (!symbols->slots.items[slot].stale)
        *VEC_PUSH(&symbols->arena, &symbols->to_read) = slot;
    symbols->slots.items[slot].stale = true;
}

static void forget(struct symbols *symbols, const struct symbol_slot *slot)
{
    for (uint32_t i = 0; i < slot->names; i++) {
        symbols->letters[slot->first_name + i] = 0;
        symbols->names[slot->first_name + i].length = 0;
    }
    for (uint32_t i = 0; i < slot->words; i++)
        symbols->of[slot->first_word + i] = SYMBOL_NO_NAME;
}

void symbols_add(struct symbols *symbols, struct snapshot *snapshot)
{
    uint32_t slot = (uint32_t)symbols->slots.len;
    if (symbols->free.len > 0)
        slot = symbols->free.items[--symbols->free.len];
    else
        *VEC_PUSH(&symbols->arena, &symbols->slots) = (struct symbol_slot){0};
    symbols->slots.items[slot].snapshot = snapshot;
    snapshot->symbol_slot = slot;
    symbols->moved = true;
    want(symbols, slot);
}

void symbols_replace(struct symbols *symbols, const struct snapshot *old, struct snapshot *snapshot)
{
    uint32_t slot = old->symbol_slot;
    snapshot->symbol_slot = slot;
    symbols->slots.items[slot].snapshot = snapshot;
    want(symbols, slot);
}

void symbols_remove(struct symbols *symbols, const struct snapshot *snapshot)
{
    struct symbol_slot *slot = &symbols->slots.items[snapshot->symbol_slot];
    forget(symbols, slot);
    slot->snapshot = NULL;
    slot->names = slot->words = 0;
    symbols->moved = true;
    *VEC_PUSH(&symbols->arena, &symbols->free) = snapshot->symbol_slot;
}

/* ---- reading a document ---------------------------------------------------------------------- */

static bool is_letter_or_digit(unsigned char c)
{
    return c >= 0x80 || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

struct symbol_start symbol_start(struct slice folded)
{
    uint64_t start = 0, mask = 0;
    for (size_t i = 0; i < SYMBOL_START_BYTES; i++) {
        unsigned char c = i < folded.len ? (unsigned char)folded.ptr[i] : 0;
        start = start << 8 | (c >= 'A' && c <= 'Z' ? (unsigned)c + ('a' - 'A') : c);
        mask = mask << 8 | (i < folded.len ? 0xFF : 0);
    }
    return (struct symbol_start){(uint32_t)(start >> 32), (uint32_t)start, (uint32_t)(mask >> 32),
                                 (uint32_t)mask};
}

static void add_word(struct symbols *symbols, struct slice folded, uint32_t of)
{
    if (symbols->word_count == symbols->word_cap) {
        size_t cap = symbols->word_cap = symbols->word_cap ? symbols->word_cap * 2 : 1024;
        symbols->starts = memory_realloc(symbols->starts, cap * sizeof *symbols->starts);
        symbols->nexts = memory_realloc(symbols->nexts, cap * sizeof *symbols->nexts);
        symbols->of = memory_realloc(symbols->of, cap * sizeof *symbols->of);
    }
    struct symbol_start start = symbol_start(folded);
    symbols->starts[symbols->word_count] = start.start;
    symbols->nexts[symbols->word_count] = start.next;
    symbols->of[symbols->word_count++] = of;
}

static void add_name(struct symbols *symbols, struct symbol_name name, struct slice text,
                     struct arena *scratch)
{
    if (symbols->name_count == SYMBOL_NO_NAME)
        return;
    if (symbols->name_count == symbols->name_cap) {
        size_t cap = symbols->name_cap = symbols->name_cap ? symbols->name_cap * 2 : 512;
        symbols->names = memory_realloc(symbols->names, cap * sizeof *symbols->names);
        symbols->letters = memory_realloc(symbols->letters, cap * sizeof *symbols->letters);
    }
    uint64_t letters = letters_of(text);
    if (letters & LETTERS_BEYOND_ASCII) {
        arena_clear(scratch);
        text = fold_case(scratch, text);
        letters = letters_of(text) | LETTERS_BEYOND_ASCII;
    }
    for (size_t i = 0; i < text.len; i++)
        if (is_letter_or_digit((unsigned char)text.ptr[i]) &&
            (i == 0 || !is_letter_or_digit((unsigned char)text.ptr[i - 1])))
            add_word(symbols, slice_from(text, i),
                     symbols->name_count | (i == 0 ? SYMBOL_AT_START : 0));
    symbols->letters[symbols->name_count] = letters;
    symbols->names[symbols->name_count++] = name;
}

static uint16_t length_of(struct slice text)
{
    return text.len < UINT16_MAX ? (uint16_t)text.len : UINT16_MAX;
}

static void add_task(struct symbols *symbols, uint32_t slot, const struct task *task,
                     uint32_t index, struct arena *scratch)
{
    uint32_t number = symbols->name_count;
    struct symbol_name name = {
        .slot = slot, .index = index, .length = length_of(task->title), .of = SYMBOL_OF_TASK};
    add_name(symbols, name, task->title, scratch);
    if (task->id.len == 0 || number == symbols->name_count)
        return;
    symbols->letters[number] |= letters_of(task->id);
    if (is_letter_or_digit((unsigned char)task->id.ptr[0]))
        add_word(symbols, task->id, number | SYMBOL_IS_ID);
}

/* Somebody is told once per document that names them. */
static bool is_told(const struct symbols *symbols, uint32_t first, struct slice person)
{
    uint32_t count = symbols->name_count;
    first = count - first > MAX_LOOK_BACK ? count - MAX_LOOK_BACK : first;
    while (count > first &&
           !slice_equal_nocase(symbol_text(symbols, &symbols->names[count - 1]), person))
        count--;
    return count > first;
}

static void add_people(struct symbols *symbols, uint32_t slot, const struct model *model,
                       struct arena *scratch)
{
    uint32_t first = symbols->name_count;
    for (uint32_t i = 0; i < model->items.len; i++) {
        const struct people *owners = &model->items.items[i].owners;
        for (size_t p = 0; p < owners->len && p < UINT16_MAX; p++) {
            struct slice person = owners->items[p].name;
            struct symbol_name name = {.slot = slot,
                                       .index = i,
                                       .person = (uint16_t)p,
                                       .length = length_of(person),
                                       .of = SYMBOL_OF_PERSON};
            if (person.len && !is_told(symbols, first, person))
                add_name(symbols, name, person, scratch);
        }
    }
}

static void add_document(struct symbols *symbols, uint32_t slot, struct arena *scratch)
{
    const struct document *document = &symbols->slots.items[slot].snapshot->document;
    const struct model *model = document->model;
    add_name(symbols,
             (struct symbol_name){
                 .slot = slot, .length = length_of(document->path), .of = SYMBOL_OF_DOCUMENT},
             document->path, scratch);
    for (uint32_t i = 0; i < model->items.len; i++) {
        struct slice title = model->items.items[i].title;
        struct symbol_name name = {
            .slot = slot, .index = i, .length = length_of(title), .of = SYMBOL_OF_ITEM};
        if (title.len)
            add_name(symbols, name, title, scratch);
    }
    for (uint32_t t = 0; t < model->tasks.len; t++)
        add_task(symbols, slot, &model->tasks.items[t], t, scratch);
    add_people(symbols, slot, model, scratch);
}

/* What was appended for the slot goes where it was before, if there is room: its numbers change with it. */
static void move_back(struct symbols *symbols, struct symbol_slot *slot, uint32_t from_name,
                      uint32_t from_word)
{
    uint32_t names = symbols->name_count - from_name, words = symbols->word_count - from_word;
    if (names <= slot->most_names && words <= slot->most_words) {
        uint32_t down = from_name - slot->first_name;
        memcpy(symbols->names + slot->first_name, symbols->names + from_name,
               names * sizeof *symbols->names);
        memcpy(symbols->letters + slot->first_name, symbols->letters + from_name,
               names * sizeof *symbols->letters);
        memcpy(symbols->starts + slot->first_word, symbols->starts + from_word,
               words * sizeof *symbols->starts);
        memcpy(symbols->nexts + slot->first_word, symbols->nexts + from_word,
               words * sizeof *symbols->nexts);
        for (uint32_t i = 0; i < words; i++)
            symbols->of[slot->first_word + i] = symbols->of[from_word + i] - down;
        symbols->name_count = from_name;
        symbols->word_count = from_word;
    } else {
        symbols->dead_names += slot->most_names;
        slot->first_name = from_name;
        slot->first_word = from_word;
        slot->most_names = names;
        slot->most_words = words;
    }
    slot->names = names;
    slot->words = words;
}

static void read_slot(struct symbols *symbols, uint32_t number, struct arena *scratch)
{
    struct symbol_slot *slot = &symbols->slots.items[number];
    slot->stale = false;
    if (!slot->snapshot)
        return;
    uint32_t from_name = symbols->name_count, from_word = symbols->word_count;
    forget(symbols, slot);
    add_document(symbols, number, scratch);
    move_back(symbols, slot, from_name, from_word);
}

static void begin_anew(struct symbols *symbols)
{
    symbols->name_count = symbols->word_count = symbols->dead_names = 0;
    for (uint32_t i = 0; i < symbols->slots.len; i++) {
        struct symbol_slot *slot = &symbols->slots.items[i];
        slot->names = slot->words = slot->most_names = slot->most_words = 0;
        want(symbols, i);
    }
}

bool workspace_read_symbols(const struct workspace *ws, size_t most)
{
    struct symbols *symbols = ws->symbols;
    if (symbols->to_read.len == 0)
        return false;
    if (symbols->name_count > MANY_NAMES && symbols->dead_names > symbols->name_count / 2)
        begin_anew(symbols);
    struct arena scratch;
    arena_init(&scratch);
    for (size_t i = 0; i < most && symbols->to_read.len > 0; i++)
        read_slot(symbols, symbols->to_read.items[--symbols->to_read.len], &scratch);
    arena_release(&scratch);
    return true;
}

struct symbols *workspace_symbols(const struct workspace *ws)
{
    struct symbols *symbols = ws->symbols;
    while (workspace_read_symbols(ws, SIZE_MAX))
        ;
    if (symbols->moved)
        for (size_t i = 0; i < ws->count; i++)
            symbols->slots.items[ws->by_path[i]->symbol_slot].order = (uint32_t)i;
    symbols->moved = false;
    return symbols;
}

/* ---- what is found --------------------------------------------------------------------------- */

const struct document *symbol_document(const struct symbols *symbols,
                                       const struct symbol_name *name)
{
    return &symbols->slots.items[name->slot].snapshot->document;
}

/* A document is the beginning of its snapshot. */
const struct symbol_slot *symbols_slot(const struct symbols *symbols,
                                       const struct document *document)
{
    const struct snapshot *snapshot = (const struct snapshot *)document;
    return &symbols->slots.items[snapshot->symbol_slot];
}

struct slice symbol_text(const struct symbols *symbols, const struct symbol_name *name)
{
    const struct document *document = symbol_document(symbols, name);
    const struct model *model = document->model;
    switch (name->of) {
    case SYMBOL_OF_ITEM:
        return model->items.items[name->index].title;
    case SYMBOL_OF_TASK:
        return model->tasks.items[name->index].title;
    case SYMBOL_OF_PERSON:
        return model->items.items[name->index].owners.items[name->person].name;
    case SYMBOL_OF_DOCUMENT:
        break;
    }
    return document->path;
}
