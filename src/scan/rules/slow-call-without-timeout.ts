import type { Rule } from '#src/scan/rule.ts';

export const slowCallWithoutTimeout: Rule = {
  id: 'slow-call-without-timeout',
  find: (project) =>
    project.files.flatMap((file) =>
      file.slow
        .filter(({ timed }) => !timed)
        .map(({ line, service, streams }) => ({
          rule: 'slow-call-without-timeout' as const,
          file: file.path,
          line,
          staff: project.uses.isStaff(file.path),
          says: streams
            ? `Streams an answer of ${service}, with no end set if it stalls.`
            : `Waits for ${service} within the request, with no end set.`,
        })),
    ),
};
