/* Types into a window of another program, as a person with UniKey does. For the smoke test under
 * Wine only, never shipped.
 *
 *   x86_64-w64-mingw32-gcc -municode -O1 -Wall -o type.exe type.c
 *   wine type.exe TITLE-PART COMMAND...          (in a UTF-8 locale)
 *
 * The window is the first visible top-level one whose title contains TITLE-PART. Commands:
 *
 *   wait [SECONDS]   until the window is there, 30 seconds at most
 *   gone [SECONDS]   until it is not
 *   keys SCRIPT      brings the window to the front, then plays SCRIPT:
 *       a            ASCII is pressed as keys, with Shift where needed
 *       ư            anything else is one KEYEVENTF_UNICODE pair for each UTF-16 unit
 *       {u ườ}       all units in one SendInput call, as UniKey sends its letters
 *       {back 2}     a key and how often: back tab enter esc space delete insert home end up down
 *                    left right pageup pagedown f1...f12, or one letter or digit
 *       {ctrl+a}     with ctrl+, shift+ and alt+ before it
 *       {click X Y}  the left button at X, Y of the client area
 *       {wait 300}   milliseconds
 *       {pace 20}    milliseconds after each plain letter from here on; 20 at first
 *       {{}          a brace
 *     UniKey's "Trường", typed T r u w o w f n g by Telex, is for instance
 *       Tru{back}{u ư}o{back}{u ơ}{back}{u ờ}ng
 *   title            prints the title
 *   size             prints width and height of the client area
 *   state            prints whether the window answers within 5 seconds
 *   close            asks it to close
 *
 * Ends with 0: done; 1: no such window, it does not come to the front, or does not answer;
 * 2: wrong usage. */
#define WINVER 0x0A00
#define _WIN32_WINNT 0x0A00
#define WIN32_LEAN_AND_MEAN
#include <windows.h>
#include <stdio.h>

#define MOST_UNITS 256

static const wchar_t *part;
static int pace = 20;

static void fail(int code, const char *why) {
    fprintf(stderr, "type: %s\n", why);
    exit(code);
}

static void print(const wchar_t *text) {
    char utf8[2048];
    if (WideCharToMultiByte(CP_UTF8, 0, text, -1, utf8, sizeof utf8, NULL, NULL)) puts(utf8);
}

static BOOL CALLBACK compare(HWND window, LPARAM found) {
    wchar_t title[512];
    if (!IsWindowVisible(window) || !GetWindowTextW(window, title, 512)) return TRUE;
    if (!wcsstr(title, part)) return TRUE;
    *(HWND *)found = window;
    return FALSE;
}

static HWND find(void) {
    HWND window = NULL;
    EnumWindows(compare, (LPARAM)&window);
    return window;
}

static HWND must_find(void) {
    HWND window = find();
    if (!window) fail(1, "no such window");
    return window;
}

static void wait_for(BOOL there, int seconds) {
    ULONGLONG end = GetTickCount64() + 1000ULL * seconds;
    while (!!find() != there) {
        if (GetTickCount64() > end) fail(1, there ? "no such window" : "the window is still there");
        Sleep(100);
    }
}

static void to_front(HWND window) {
    if (IsIconic(window)) ShowWindow(window, SW_RESTORE);
    for (int i = 0; i < 40; i++) {
        SetForegroundWindow(window);
        if (GetForegroundWindow() == window) return Sleep(100); /* for it to take notice */
        Sleep(50);
    }
    fail(1, "the window does not come to the front");
}

static void inject(INPUT *inputs, int count) {
    if (SendInput(count, inputs, sizeof *inputs) != (UINT)count) fail(1, "SendInput was refused");
}

static INPUT key(WORD virtual, BOOL up) {
    INPUT input = {.type = INPUT_KEYBOARD};
    input.ki.wVk = virtual;
    input.ki.wScan = MapVirtualKeyW(virtual, MAPVK_VK_TO_VSC);
    input.ki.dwFlags = up ? KEYEVENTF_KEYUP : 0;
    /* Page Up, Page Down, End, Home, the arrows, Insert and Delete. */
    if ((virtual >= VK_PRIOR && virtual <= VK_DOWN) || virtual == VK_INSERT || virtual == VK_DELETE)
        input.ki.dwFlags |= KEYEVENTF_EXTENDEDKEY;
    return input;
}

/* `held` is of the bits of VkKeyScan: 1 Shift, 2 Ctrl, 4 Alt. */
static void press(WORD virtual, int held) {
    static const WORD modifiers[] = {VK_SHIFT, VK_CONTROL, VK_MENU};
    INPUT inputs[8];
    int count = 0;
    for (int i = 0; i < 3; i++)
        if (held & 1 << i) inputs[count++] = key(modifiers[i], FALSE);
    inputs[count++] = key(virtual, FALSE);
    inputs[count++] = key(virtual, TRUE);
    for (int i = 2; i >= 0; i--)
        if (held & 1 << i) inputs[count++] = key(modifiers[i], TRUE);
    inject(inputs, count);
}

static void units(const wchar_t *text, int length) {
    INPUT inputs[2 * MOST_UNITS];
    if (length > MOST_UNITS) fail(2, "{u} with too many letters");
    for (int i = 0; i < 2 * length; i++) {
        INPUT input = {.type = INPUT_KEYBOARD};
        input.ki.wScan = text[i / 2];
        input.ki.dwFlags = KEYEVENTF_UNICODE | (i % 2 ? KEYEVENTF_KEYUP : 0);
        inputs[i] = input;
    }
    if (length) inject(inputs, 2 * length);
}

static void plain(wchar_t letter) {
    SHORT scan = letter < 128 ? VkKeyScanW(letter) : -1;
    if (scan == -1)
        units(&letter, 1);
    else
        press(LOBYTE(scan), HIBYTE(scan) & 7);
    Sleep(pace);
}

static void click(HWND window, int x, int y) {
    POINT at = {x, y};
    ClientToScreen(window, &at);
    int left = GetSystemMetrics(SM_XVIRTUALSCREEN), top = GetSystemMetrics(SM_YVIRTUALSCREEN);
    int width = GetSystemMetrics(SM_CXVIRTUALSCREEN), height = GetSystemMetrics(SM_CYVIRTUALSCREEN);
    INPUT input = {.type = INPUT_MOUSE};
    /* The whole screen is 65536 wide; half a pixel more, so as not to be rounded to the left. */
    input.mi.dx = ((at.x - left) * 65536 + 32768) / width;
    input.mi.dy = ((at.y - top) * 65536 + 32768) / height;
    static const DWORD steps[] = {MOUSEEVENTF_MOVE, MOUSEEVENTF_LEFTDOWN, MOUSEEVENTF_LEFTUP};
    for (int i = 0; i < 3; i++) {
        input.mi.dwFlags = steps[i] | MOUSEEVENTF_ABSOLUTE | MOUSEEVENTF_VIRTUALDESK;
        inject(&input, 1);
        Sleep(50); /* no hand is faster, and some windows look once in a frame */
    }
}

static WORD named(const wchar_t *name) {
    static const struct { const wchar_t *name; WORD virtual; } keys[] = {
        {L"back", VK_BACK}, {L"tab", VK_TAB}, {L"enter", VK_RETURN}, {L"esc", VK_ESCAPE},
        {L"space", VK_SPACE}, {L"delete", VK_DELETE}, {L"insert", VK_INSERT}, {L"home", VK_HOME},
        {L"end", VK_END}, {L"up", VK_UP}, {L"down", VK_DOWN}, {L"left", VK_LEFT},
        {L"right", VK_RIGHT}, {L"pageup", VK_PRIOR}, {L"pagedown", VK_NEXT},
    };
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++)
        if (!wcscmp(name, keys[i].name)) return keys[i].virtual;
    int number;
    if (swscanf(name, L"f%d", &number) == 1 && number >= 1 && number <= 12)
        return VK_F1 + number - 1;
    if (wcslen(name) == 1 && *name < 128 && VkKeyScanW(*name) != -1)
        return LOBYTE(VkKeyScanW(*name));
    fail(2, "a key of this name is not known");
    return 0;
}

/* What stands between { and }. */
static void step(HWND window, wchar_t *text) {
    wchar_t name[32] = L"";
    int x, y, times = 1, held = 0;
    if (!wcsncmp(text, L"u ", 2)) return units(text + 2, wcslen(text + 2));
    if (swscanf(text, L"click %d %d", &x, &y) == 2) return click(window, x, y);
    if (swscanf(text, L"wait %d", &x) == 1) return Sleep(x);
    if (swscanf(text, L"pace %d", &pace) == 1) return;
    static const wchar_t *const modifiers[] = {L"shift+", L"ctrl+", L"alt+"};
    for (int i = 0; i < 3; i++) {
        size_t length = wcslen(modifiers[i]);
        if (wcsncmp(text, modifiers[i], length)) continue;
        held |= 1 << i;
        text += length;
        i = -1; /* another one may follow, in any order */
    }
    if (swscanf(text, L"%31ls %d", name, &times) < 1) fail(2, "an empty step");
    WORD virtual = named(name);
    while (times-- > 0) press(virtual, held);
}

static void keys(HWND window, const wchar_t *script) {
    to_front(window);
    while (*script) {
        if (*script != '{') {
            plain(*script++);
        } else if (!wcsncmp(script, L"{{}", 3)) {
            plain('{');
            script += 3;
        } else {
            const wchar_t *end = wcschr(script, '}');
            wchar_t text[MOST_UNITS];
            if (!end || end - script > MOST_UNITS) fail(2, "a brace without its other");
            swprintf(text, MOST_UNITS, L"%.*ls", (int)(end - script - 1), script + 1);
            step(window, text);
            script = end + 1;
        }
    }
}

int wmain(int count, wchar_t **words) {
    if (count < 3) fail(2, "type.exe TITLE-PART COMMAND... (see the head of type.c)");
    SetProcessDPIAware(); /* or clicks miss on a scaled screen */
    part = words[1];
    for (int i = 2; i < count; i++) {
        const wchar_t *command = words[i];
        if (!wcscmp(command, L"wait") || !wcscmp(command, L"gone")) {
            int seconds = i + 1 < count ? _wtoi(words[i + 1]) : 0;
            if (seconds > 0) i++;
            wait_for(*command == 'w', seconds > 0 ? seconds : 30);
        } else if (!wcscmp(command, L"keys") && i + 1 < count) {
            keys(must_find(), words[++i]);
        } else if (!wcscmp(command, L"title")) {
            wchar_t title[512];
            GetWindowTextW(must_find(), title, 512);
            print(title);
        } else if (!wcscmp(command, L"size")) {
            RECT client;
            GetClientRect(must_find(), &client);
            printf("%ld %ld\n", client.right, client.bottom);
        } else if (!wcscmp(command, L"state")) {
            DWORD_PTR answer;
            if (!SendMessageTimeoutW(must_find(), WM_NULL, 0, 0, SMTO_NORMAL, 5000, &answer))
                fail(1, "the window does not answer");
            puts("answers");
        } else if (!wcscmp(command, L"close")) {
            PostMessageW(must_find(), WM_CLOSE, 0, 0);
        } else {
            fail(2, "this command is not known, or lacks its argument");
        }
        fflush(stdout);
    }
    return 0;
}
