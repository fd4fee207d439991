/* Where a Linux process begins. */
#include <errno.h>
#include <fcntl.h>
#include <unistd.h>

#include "linux.h"

/* Where standard input, output or error is closed, something takes its place that can't be read or written: else
 * the first file that is opened would be it. */
static void fill_standard_files(void)
{
    static const int useless[] = {O_WRONLY, O_RDONLY, O_RDONLY};
    for (int fd = 0; fd < 3; fd++)
        if (fcntl(fd, F_GETFD) < 0 && errno == EBADF)
            open("/dev/null", useless[fd]); /* gets the lowest number that is free: this one */
}

int main(int argc, char **argv)
{
    fill_standard_files();
    signals_start();
    return adder_main(argc, argv);
}
