/* reference_words.h: words that only the reader of references asks for. Internal to model/. */
#ifndef PLANLS_MODEL_REFERENCE_WORDS_H
#define PLANLS_MODEL_REFERENCE_WORDS_H

#include "base/slice.h"

/* Does the line speak of making, adding, deleting or renaming something ("Create", "New file",
 * "Supprimer", 作成 …)? Then the files it names may not exist. Words match whole. */
bool says_creation(struct slice line);

/* A heading or label over files that are to be made or to go: "Files to create", "Neue Dateien",
 * "Deliverables" … Narrower than says_creation: it speaks for all below it. */
bool names_new_files(struct slice title);

#endif
