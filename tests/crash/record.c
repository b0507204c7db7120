/* Loaded before the C library into a process of the tests: records what it writes into the files
 * of one folder, in order, and lets chosen writes fail. Linux and glibc alone. */

#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/syscall.h>
#include <unistd.h>

static pthread_mutex_t in_order = PTHREAD_MUTEX_INITIALIZER;
static const char *folder;
static int record = -1;
/* From which change on how many fail, and with what; -1: half of a write is done. */
static long fail_from, fail_count, fail_with, changes;

__attribute__((constructor)) static void begin(void) {
    const char *to = getenv("CAITIEN_TEST_RECORD"), *fail = getenv("CAITIEN_TEST_FAIL");
    folder = getenv("CAITIEN_TEST_FOLDER");
    if (fail) sscanf(fail, "%ld %ld %ld", &fail_from, &fail_count, &fail_with);
    if (to) record = open(to, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
}

/* The name of a file inside the folder; none for any other. */
static const char *inside(const char *path) {
    size_t length = folder ? strlen(folder) : 0;
    if (!length || strncmp(path, folder, length) || path[length] != '/') return NULL;
    return path + length + 1;
}

static const char *name_of(int fd, char *path, size_t room) {
    char link[40];
    snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
    ssize_t length = readlink(link, path, room - 1);
    if (length < 0) return NULL;
    path[length] = 0;
    return fd == 1 ? "said" : folder && !strcmp(path, folder) ? "." : inside(path);
}

/* kind, length of the name, name, offset, length of the bytes, bytes. */
static void note(char kind, const char *name, uint64_t at, const void *bytes, uint32_t length) {
    if (record < 0 || !name) return;
    uint32_t named = strlen(name);
    size_t whole = 1 + 4 + named + 8 + 4 + length;
    char *all = malloc(whole), *to = all;
    *to++ = kind;
    memcpy(to, &named, 4), to += 4;
    memcpy(to, name, named), to += named;
    memcpy(to, &at, 8), to += 8;
    memcpy(to, &length, 4), to += 4;
    memcpy(to, bytes, length);
    for (size_t done = 0; done < whole;) {
        long more = syscall(SYS_write, record, all + done, whole - done);
        if (more <= 0) _exit(99);
        done += more;
    }
    free(all);
}

/* Whether a change of this file shall fail; `length` becomes what is done of it still. */
static int fails(const char *name, size_t *length) {
    if (!name || !fail_count || !strcmp(name, "said") || name[0] == '~' || name[1] == 'c') return 0;
    long now = changes++;
    if (now < fail_from || now >= fail_from + fail_count) return 0;
    if (fail_with == -1 && length && *length > 1) {
        *length /= 2;
        return 0;
    }
    errno = fail_with == -1 ? ENOSPC : fail_with;
    return 1;
}

static ssize_t put(int fd, const void *bytes, size_t length, int64_t at, int placed) {
    char path[4096];
    pthread_mutex_lock(&in_order);
    const char *name = name_of(fd, path, sizeof path);
    int64_t place = placed ? at : name ? syscall(SYS_lseek, fd, 0, SEEK_CUR) : 0;
    ssize_t done = -1;
    if (!fails(name, &length)) {
        done = placed ? syscall(SYS_pwrite64, fd, bytes, length, at)
                      : syscall(SYS_write, fd, bytes, length);
        int why = errno;
        if (done > 0) note('w', name, place < 0 ? 0 : place, bytes, done);
        errno = why;
    }
    pthread_mutex_unlock(&in_order);
    return done;
}

ssize_t write(int fd, const void *bytes, size_t length) { return put(fd, bytes, length, 0, 0); }
ssize_t pwrite(int fd, const void *bytes, size_t length, off_t at) {
    return put(fd, bytes, length, at, 1);
}
ssize_t pwrite64(int fd, const void *bytes, size_t length, off64_t at) {
    return put(fd, bytes, length, at, 1);
}

static int change(char kind, int fd, long number, int64_t to) {
    char path[4096];
    pthread_mutex_lock(&in_order);
    const char *name = name_of(fd, path, sizeof path);
    int done = -1;
    if (!fails(name, NULL)) {
        done = syscall(number, fd, to);
        int why = errno;
        if (!done) note(kind, name, to, "", 0);
        errno = why;
    }
    pthread_mutex_unlock(&in_order);
    return done;
}

int fsync(int fd) { return change('s', fd, SYS_fsync, 0); }
int fdatasync(int fd) { return change('s', fd, SYS_fdatasync, 0); }
int ftruncate(int fd, off_t to) { return change('t', fd, SYS_ftruncate, to); }
int ftruncate64(int fd, off64_t to) { return change('t', fd, SYS_ftruncate, to); }

int unlink(const char *path) {
    pthread_mutex_lock(&in_order);
    int done = syscall(SYS_unlinkat, AT_FDCWD, path, 0);
    int why = errno;
    if (!done) note('u', inside(path), 0, "", 0);
    errno = why;
    pthread_mutex_unlock(&in_order);
    return done;
}
