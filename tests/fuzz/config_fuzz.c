/* config_fuzz.c: any bytes are a configuration with problems that lie in them; what is read as JSON is printed
 * and read again the same.
 */
#include "host/config.h"
#include "host/json.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void check_printing(struct slice bytes)
{
    cJSON *value = json_parse(bytes);
    if (!value)
        return;
    struct strbuf once, twice;
    strbuf_init(&once, STRBUF_NO_LIMIT);
    strbuf_init(&twice, STRBUF_NO_LIMIT);
    json_print(value, &once);
    cJSON *again = json_parse(strbuf_slice(&once));
    if (!again)
        __builtin_trap();
    json_print(again, &twice);
    if (!slice_equal(strbuf_slice(&once), strbuf_slice(&twice)))
        __builtin_trap();
    for (size_t i = 0; i < once.len; i++)
        if ((unsigned char)once.ptr[i] > 0x7E)
            __builtin_trap();
    strbuf_release(&once);
    strbuf_release(&twice);
    cJSON_Delete(again);
    cJSON_Delete(value);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct slice bytes = {(const char *)data, size};
    struct config config;
    config_init(&config);
    config_parse(&config, bytes, ".planls.json");
    if (config.malformed && config.problems.len != 1)
        __builtin_trap();
    for (size_t i = 0; i < config.problems.len; i++) {
        const struct planls_diagnostic *problem = &config.problems.items[i];
        if (problem->range.start > problem->range.end || problem->range.end > size)
            __builtin_trap();
    }
    config_release(&config);
    check_printing(bytes);
    return 0;
}
