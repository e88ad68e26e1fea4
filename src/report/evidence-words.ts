import type { Answers } from '#src/quiz/answers.ts';
import { labelOf } from '#src/quiz/choices.ts';
import { type Question, questions } from '#src/quiz/questions.ts';
import type { Defect } from './report.ts';
import { provenanceWords } from './words.ts';

/** What a grade rests on: the answer in her own words, or that we took what is usual. */
export function evidenceWords({ question: id, provenance }: Defect, answers: Answers): string {
  const question = (questions as readonly Question[]).find((one) => one.id === id);
  const answer = answers[id];
  if (!question) return provenanceWords[provenance];
  if (answer === undefined) return `Not asked, so we took what is usual: “${question.title}”`;
  const said = provenance === 'assumed' ? question.title : labelOf(question, answer);
  return `${provenanceWords[provenance]}: “${said}”`;
}
