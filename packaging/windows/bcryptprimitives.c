/* Wine 8 lacks bcryptprimitives.dll, which Rust's library asks for random numbers. For tests under
 * Wine only, beside the program; never shipped: Windows has its own.
 *   x86_64-w64-mingw32-gcc -shared -O1 -o bcryptprimitives.dll bcryptprimitives.c -ladvapi32 */
#include <windows.h>
BOOLEAN NTAPI SystemFunction036(void *buffer, ULONG length);
__declspec(dllexport) BOOL WINAPI ProcessPrng(BYTE *buffer, SIZE_T length) { return SystemFunction036(buffer, length); }
