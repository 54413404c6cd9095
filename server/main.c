/* main.c: the planls command: hands each subcommand to the front end that knows it. */
int main(void)
{
    return 0;
}
