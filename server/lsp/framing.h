/* framing.h: the base protocol's Content-Length framing, as a pure function on bytes.
 *
 *     struct framing framing;
 *     framing_init(&framing, FRAMING_MAX_BODY);
 *     while ((event = framing_next(&framing, &input)) != FRAMING_NEED_MORE) …
 *
 * Bytes may arrive in any pieces. Whatever arrives, the next well-formed message is found again:
 * between messages the framing looks for a line that ends in `Content-Length: DIGITS`, so stray
 * output, a header without length, or the body of a message that was refused is passed over.
 */
#ifndef PLANLS_LSP_FRAMING_H
#define PLANLS_LSP_FRAMING_H

#include "base/strbuf.h"

/* No message is longer than this (64 MiB); a longer one is refused. */
#define FRAMING_MAX_BODY ((size_t)64 << 20)
/* A header line is at most this long; of a longer line only the end is looked at. */
#define FRAMING_MAX_LINE 1024
/* Of all header lines of one message. */
#define FRAMING_MAX_HEADER 8192

enum framing_event {
    FRAMING_NEED_MORE, /* the input is used up */
    FRAMING_MESSAGE,   /* framing->body holds a whole body until the next call */
    FRAMING_PROBLEM    /* framing->problem says what; told once until a message gets through */
};

enum framing_problem {
    FRAMING_GARBAGE,         /* bytes between messages that are no header */
    FRAMING_NO_LENGTH,       /* headers without Content-Length */
    FRAMING_BAD_LENGTH,      /* a Content-Length that is no number */
    FRAMING_TOO_LONG,        /* a Content-Length over the limit: the body is passed over */
    FRAMING_HEADER_TOO_LONG, /* more header than FRAMING_MAX_HEADER */
    FRAMING_CUT_OFF          /* the stream ended inside a message: the reader says so, see below */
};

struct framing {
    struct strbuf body;           /* the current or last body */
    enum framing_problem problem; /* the last one told */
    size_t max_body;
    size_t missing; /* bytes the body still lacks, while in_body */
    bool in_body;
    bool has_length, has_header; /* of the header being read */
    bool complained;             /* a problem was told since the last message */
    size_t length;               /* as the header says, while has_length */
    size_t header_used;          /* bytes of header so far */
    char line[FRAMING_MAX_LINE]; /* the line being read, or the end of a longer one */
    size_t line_len;
    bool line_cut; /* line holds only the end */
};

void framing_init(struct framing *framing, size_t max_body);
void framing_release(struct framing *framing);

/* Uses up bytes from the front of *input until something has happened or none are left. */
enum framing_event framing_next(struct framing *framing, struct slice *input);

/* True where the stream ended in the middle of a message or header. */
bool framing_is_partial(const struct framing *framing);

/* The problem in a few words, for the log. Static. */
const char *framing_problem_text(enum framing_problem problem);

#endif
