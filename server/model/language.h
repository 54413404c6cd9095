/* language.h: the language of a document, and what is written into it of the tool's own accord. */
#ifndef PLANLS_MODEL_LANGUAGE_H
#define PLANLS_MODEL_LANGUAGE_H

#include "model/model.h"

enum language {
    LANGUAGE_ENGLISH,
    LANGUAGE_GERMAN,
    LANGUAGE_FRENCH,
    LANGUAGE_SPANISH,
    LANGUAGE_OTHER
};

/* The language that the labels of the document's fields are in; English where nothing tells. */
enum language language_of(const struct model *model);
/* What such a field is mostly called; NULL where that is not known. */
const char *language_label(enum language language, enum field_key key);
/* What such a state is mostly called; NULL where that is not known. */
const char *language_status(enum language language, enum status status);
/* "Tasks", in English where it is not known. */
const char *language_tasks(enum language language);

#endif
