/* name_letters.c: which letters a document's names hold. */
#include "model/name_letters.h"

#include "text/fold.h"

/* Both cases of a letter have the same last five bits and are in the upper half of ASCII. */
uint64_t letters_of(struct slice s)
{
    uint64_t letters = 0;
    unsigned all = 0;
    for (size_t i = 0; i < s.len; i++) {
        unsigned byte = (unsigned char)s.ptr[i];
        letters |= UINT64_C(1) << ((byte & 31) | (byte & 64) >> 1);
        all |= byte;
    }
    return all & 128 ? letters | LETTERS_BEYOND_ASCII : letters;
}

static uint64_t letters_of_name(struct slice name, struct arena *scratch)
{
    uint64_t letters = letters_of(name);
    if (!(letters & LETTERS_BEYOND_ASCII))
        return letters;
    arena_clear(scratch);
    return letters_of(fold_case(scratch, name)) | LETTERS_BEYOND_ASCII;
}

const struct name_letters *model_name_letters(struct model *model)
{
    if (model->name_letters)
        return model->name_letters;
    size_t count = model->items.len + model->tasks.len, filled = 0;
    for (size_t i = 0; i < model->items.len; i++)
        count += model->items.items[i].owners.len;
    struct name_letters *made = memory_alloc(sizeof *made + count * sizeof *made->names);
    struct arena scratch;
    arena_init(&scratch);
    made->path = letters_of_name(model->path, &scratch);
    made->owners = 0;
    for (size_t i = 0; i < model->items.len; i++)
        made->names[filled++] = letters_of_name(model->items.items[i].title, &scratch);
    for (size_t t = 0; t < model->tasks.len; t++) {
        const struct task *task = &model->tasks.items[t];
        made->names[filled++] = letters_of_name(task->title, &scratch) | letters_of(task->id);
    }
    for (size_t i = 0; i < model->items.len; i++) {
        const struct people *owners = &model->items.items[i].owners;
        for (size_t p = 0; p < owners->len; p++)
            made->owners |= made->names[filled++] =
                letters_of_name(owners->items[p].name, &scratch);
    }
    made->all = made->path;
    for (size_t i = 0; i < count; i++)
        made->all |= made->names[i];
    arena_release(&scratch);
    return model->name_letters = made;
}
