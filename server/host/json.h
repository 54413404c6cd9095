/* json.h: cJSON 1.7.15 with guards on both sides.
 *
 * Coming in: lone surrogates are replaced by U+FFFD before cJSON sees them (it would reject the whole
 * message); \u0000, at which it would cut the string, becomes the two bytes C0 80, which are no UTF-8 and
 * go out as \u0000 again; bytes behind the value are refused, names are looked up with regard to case.
 * Going out: pure ASCII on request (\uXXXX, surrogate pairs), never broken UTF-8.
 */
#ifndef PLANLS_HOST_JSON_H
#define PLANLS_HOST_JSON_H

#include "base/arena.h"
#include "base/slice.h"
#include "base/strbuf.h"

#include <cJSON.h>

#include <stdbool.h>
#include <stdint.h>

/* Parses one value that fills the whole text but for white space; NULL where it is none or nested
 * deeper than JSON_MAX_DEPTH. Free with cJSON_Delete. */
#define JSON_MAX_DEPTH 512
cJSON *json_parse(struct slice text);

/* ---- looking: every getter takes NULL and wrong kinds for "not there"
 * ------------------------- */

const cJSON *json_get(const cJSON *object, const char *name); /* exact case; NULL where none */
/* A path of names: json_at(params, "textDocument.uri"). */
const cJSON *json_at(const cJSON *object, const char *path);
bool json_string(const cJSON *value, struct slice *out); /* borrowed from the value */
/* The same with NUL as NUL, for a document's text: borrowed from the value, or made in the arena. */
bool json_text(const cJSON *value, struct arena *arena, struct slice *out);
bool json_bool(const cJSON *value, bool *out);
/* A whole number that fits; 1.5 and 1e99 are none. */
bool json_int(const cJSON *value, int64_t *out);
bool json_u32(const cJSON *value, uint32_t *out);
/* The same, looked up by path in an object. */
bool json_get_string(const cJSON *object, const char *path, struct slice *out);
bool json_get_bool(const cJSON *object, const char *path, bool *out);
bool json_get_u32(const cJSON *object, const char *path, uint32_t *out);

/* ---- building -------------------------------------------------------------------------------- */

/* A string that need not end in NUL; broken UTF-8 becomes U+FFFD. */
cJSON *json_new_string(struct slice s);
/* Adds under a name, which has to last as long as the object, or at the end; give the value back for chaining. */
cJSON *json_set(cJSON *object, const char *name, cJSON *value);
cJSON *json_push(cJSON *array, cJSON *value);
/* The same under a copy of the name. */
cJSON *json_set_copied(cJSON *object, const char *name, cJSON *value);
/* JSON text, in ASCII, as a value: it is printed as it stands. For long lists. */
cJSON *json_new_raw(const struct strbuf *text);

/* ---- printing -------------------------------------------------------------------------------- */

/* Appends the value on one line in pure ASCII. */
void json_print(const cJSON *value, struct strbuf *out);
/* The same in UTF-8, for files and pipes that people read. */
void json_print_utf8(const cJSON *value, struct strbuf *out);
void json_print_integer(int64_t number, struct strbuf *out);
/* Appends a quoted JSON string; `ascii` escapes everything past U+007E. */
void json_print_string(struct slice s, bool ascii, struct strbuf *out);

#endif
