/* framing_fuzz.c: any bytes, in any pieces, give the same messages and complaints, and a well-formed
 * message behind them is found.
 */
#include "lsp/framing.h"

#include <stdlib.h>
#include <string.h>

#define MAX_BODY 4096

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void write_down(struct framing *framing, struct slice input, struct strbuf *out)
{
    enum framing_event event;
    while ((event = framing_next(framing, &input)) != FRAMING_NEED_MORE) {
        if (event == FRAMING_PROBLEM) {
            strbuf_printf(out, "!%d", (int)framing->problem);
            continue;
        }
        strbuf_printf(out, "[%zu:", framing->body.len);
        strbuf_append(out, strbuf_slice(&framing->body));
        strbuf_putc(out, ']');
    }
}

/* What comes of the stream in pieces of the sizes that `sizes` gives in turn; 0 is all at once. */
static void transcript(struct slice stream, struct slice sizes, struct strbuf *out)
{
    struct framing framing;
    framing_init(&framing, MAX_BODY);
    size_t turn = 0;
    while (stream.len > 0) {
        size_t piece = sizes.len ? (unsigned char)sizes.ptr[turn++ % sizes.len] : stream.len;
        piece = piece ? piece : 1;
        write_down(&framing, slice_sub(stream, 0, piece), out);
        stream = slice_from(stream, piece < stream.len ? piece : stream.len);
    }
    /* As many bytes as any body may still lack, then a message: it must be there. */
    static char filler[MAX_BODY];
    memset(filler, '\n', sizeof filler);
    write_down(&framing, (struct slice){filler, sizeof filler}, out);
    write_down(&framing, SLICE("\n\nContent-Length: 5\r\n\r\nfound"), out);
    struct slice end = SLICE("[5:found]");
    if (out->len < end.len || !slice_ends(strbuf_slice(out), end))
        abort();
    framing_release(&framing);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct slice input = {(const char *)data, size};
    struct slice sizes = slice_sub(input, 0, size / 8);
    struct slice stream = slice_from(input, size / 8);
    struct strbuf whole, pieces;
    strbuf_init(&whole, STRBUF_NO_LIMIT);
    strbuf_init(&pieces, STRBUF_NO_LIMIT);
    transcript(stream, SLICE(""), &whole);
    transcript(stream, sizes.len ? sizes : SLICE("\1"), &pieces);
    if (!slice_equal(strbuf_slice(&whole), strbuf_slice(&pieces)))
        abort();
    strbuf_release(&whole);
    strbuf_release(&pieces);
    return 0;
}
