/* Where a Linux process begins. */
#include "linux.h"

int main(int argc, char **argv)
{
    signals_start();
    return adder_main(argc, argv);
}
