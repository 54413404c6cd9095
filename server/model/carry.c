/* carry.c: what was read of a part of the text before the last edit, carried over. */
#include "model/carry.h"

static struct memo_key key_of(const struct builder *b, const struct carry *carry)
{
    return (struct memo_key){carry->kind, carry->with, span_slice(b->bytes, carry->text)};
}

bool carry_over(struct builder *b, const struct carry *carry, void *value)
{
    const struct memo_key key = key_of(b, carry);
    size_t size;
    if (!key.text.len)
        return false;
    const char *packed = memo_find(inline_parser_memo(b->parser), &key, &size);
    if (packed)
        layout_unpack(carry->layout, b, packed, carry->text.start, value, 1);
    return packed != NULL;
}

void carry_keep(struct builder *b, const struct carry *carry, const void *value)
{
    struct memo *memo = inline_parser_memo(b->parser);
    const struct memo_key key = key_of(b, carry);
    struct strbuf packed;
    if (!memo || !key.text.len)
        return;
    strbuf_init(&packed, STRBUF_NO_LIMIT);
    layout_pack(carry->layout, value, 1, carry->text.start, &packed);
    memo_keep(memo, &key, packed.ptr, packed.len);
    strbuf_release(&packed);
}
