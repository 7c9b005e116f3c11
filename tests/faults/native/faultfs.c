/*
 * Makes the n-th call of one kind on files of one name fail, for tests: preload it and say
 * FAULT="op@part-of-path#n=WHAT;...". op: open write fsync rename unlink truncate close; n: 2 = only
 * the second, 2+ = from the second on; WHAT: an error name, SHORT (half is written), KILL, DROP
 * (pretends) or DELAYms. FAULT_LOG=file lists the calls on paths that contain FAULT_ONLY.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
typedef struct { char op[12], part[200], what[12]; int n, on; atomic_int seen; } Rule;
static Rule R[32]; static int nr = -1; static atomic_int total;
static struct { const char *s; int e; } E[] = {{"EIO",EIO},{"ENOSPC",ENOSPC},{"EACCES",EACCES},{"EPERM",EPERM},{"EBUSY",EBUSY},{"EROFS",EROFS},{"EMFILE",EMFILE},{"EDQUOT",EDQUOT},{"EXDEV",EXDEV}};
#define REAL(f) ({ static __typeof__(&f) p; if (!p) p = (__typeof__(&f))dlsym(RTLD_NEXT, #f); p; })
__attribute__((constructor)) static void init(void) {
  nr = 0; char *d = strdup(getenv("FAULT") ?: ""), *sv = 0;
  for (char *t = strtok_r(d, ";", &sv); t && nr < 32; t = strtok_r(0, ";", &sv)) {
    Rule *r = &R[nr]; char num[12] = ""; if (sscanf(t, "%11[^@]@%199[^#]#%11[^=]=%11s", r->op, r->part, num, r->what) == 4) { r->n = atoi(num); r->on = strchr(num, '+') != 0; nr++; }
  }
}
static int hit(const char *op, int fd, const char *path) { /* 0 go on, -1 fail, 1 pretend success, 2 short write */
  if (nr < 0) return 0;
  char b[4200] = ""; const char *log = getenv("FAULT_LOG"); int keep = errno;
  if (!path) { char l[40]; snprintf(l, 40, "/proc/self/fd/%d", fd); ssize_t k = readlink(l, b, 4000); b[k > 0 ? k : 0] = 0; path = b; }
  if (log && strstr(path, getenv("FAULT_ONLY") ?: "/")) { char s[4300]; int k = snprintf(s, 4300, "%s %d %s\n", op, atomic_fetch_add(&total, 1) + 1, path), f = REAL(open)(log, O_WRONLY | O_APPEND | O_CREAT, 0666); REAL(write)(f, s, k); REAL(close)(f); }
  for (Rule *r = R; r < R + nr; r++) if (!strcmp(r->op, op) && strstr(path, r->part)) {
    int c = atomic_fetch_add(&r->seen, 1) + 1; if (c != r->n && !(r->on && c > r->n)) continue;
    if (!strcmp(r->what, "KILL")) { kill(getpid(), SIGKILL); pause(); }
    if (!strcmp(r->what, "DROP")) return 1;
    if (!strcmp(r->what, "SHORT")) return 2;
    if (!strncmp(r->what, "DELAY", 5)) usleep(1000 * atoi(r->what + 5));
    for (unsigned k = 0; k < sizeof E / sizeof *E; k++) if (!strcmp(E[k].s, r->what)) { errno = E[k].e; return -1; }
  }
  errno = keep; return 0;
}
#define OPEN(f) int f(const char *p, int fl, ...) { va_list a; va_start(a, fl); int m = va_arg(a, int); va_end(a); return hit("open", 0, p) < 0 ? -1 : REAL(f)(p, fl, m); }
OPEN(open) OPEN(open64)
#define W(f, ARGS, CALL) ssize_t f ARGS { int h = hit("write", fd, 0); size_t m = h == 2 && n > 1 ? n / 2 : n; return h < 0 ? -1 : h == 1 ? (ssize_t)n : REAL(f) CALL; }
W(write, (int fd, const void *p, size_t n), (fd, p, m)) W(pwrite64, (int fd, const void *p, size_t n, off64_t o), (fd, p, m, o)) W(pwrite, (int fd, const void *p, size_t n, off_t o), (fd, p, m, o))
#define FD(f, op) int f(int fd) { int h = hit(op, fd, 0); return h < 0 ? -1 : h == 1 ? 0 : REAL(f)(fd); }
FD(fsync, "fsync") FD(fdatasync, "fsync") FD(close, "close")
int rename(const char *a, const char *b) { int h = hit("rename", 0, b); return h < 0 ? -1 : h == 1 ? 0 : REAL(rename)(a, b); }
int unlink(const char *p) { int h = hit("unlink", 0, p); return h < 0 ? -1 : h == 1 ? 0 : REAL(unlink)(p); }
int ftruncate64(int fd, off64_t n) { return hit("truncate", fd, 0) < 0 ? -1 : REAL(ftruncate64)(fd, n); }
