/* positions.h: between byte spans and the protocol's lines and characters, in the encoding that was
 * negotiated. Text that a client's position passes the end of is clamped (text/text.h).
 */
#ifndef PLANLS_LSP_POSITIONS_H
#define PLANLS_LSP_POSITIONS_H

#include "host/json.h"
#include "text/text.h"

/* The name the protocol gives an encoding: "utf-16". */
const char *positions_encoding_name(enum text_encoding encoding);
/* The first of utf-8, utf-32, utf-16 among what a client offers (an array of names, or anything
 * else): what costs us least. utf-16 where it offers none of them. */
enum text_encoding positions_negotiate(const cJSON *offered);

/* A text seen in an encoding. It remembers the last place it converted, so that places asked for in
 * their order cost the text once, even where it is one long line. */
struct positions {
    const struct text *text; /* borrowed */
    enum text_encoding encoding;
    uint32_t offset, line, column; /* the last place: offset is column of line */
};
void positions_init(struct positions *positions, const struct text *text,
                    enum text_encoding encoding);

/* Where an offset is. */
struct text_position positions_of(struct positions *positions, uint32_t offset);

/* A Range. The caller owns it. */
cJSON *positions_new_range(struct positions *positions, struct span span);
struct text_range {
    struct text_position start, end;
};
cJSON *text_range_new_json(const struct text_range *range);

/* A Position's line and column, wherever they are; false where the JSON is none. */
bool positions_read_place(const cJSON *position, struct text_position *place);
/* A Position's or Range's place in the text; false where the JSON is none. A range whose end comes
 * before its start is turned round. */
bool positions_read(const struct positions *positions, const cJSON *position, uint32_t *offset);
bool positions_read_range(const struct positions *positions, const cJSON *range, struct span *span);

#endif
