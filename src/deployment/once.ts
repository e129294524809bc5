import { Recent } from '../repository/recent.js';

/** A question whose answer is kept, one per subject. */
export function oncePer<Subject extends object, Answer>(
  ask: (subject: Subject) => Answer,
): (subject: Subject) => Answer {
  return keeping(new WeakMap<Subject, Answer>(), ask);
}

/** Subjects whose answers are kept where they are large: more than the processes of one service. */
const LATELY = 20;

/**
 * A question whose answers are kept for the subjects that were asked about last. A run goes from service to service, and
 * the programs of all of them together may be more than the memory holds.
 */
export function latelyPer<Subject extends object, Answer>(
  ask: (subject: Subject) => Answer,
): (subject: Subject) => Answer {
  return keeping(new Recent<Subject, Answer>(LATELY), ask);
}

interface Answers<Subject, Answer> {
  get: (subject: Subject) => Answer | undefined;
  set: (subject: Subject, answer: Answer) => unknown;
}

function keeping<Subject, Answer>(
  answers: Answers<Subject, Answer>,
  ask: (subject: Subject) => Answer,
): (subject: Subject) => Answer {
  return (subject) => {
    const known = answers.get(subject);
    if (known !== undefined) return known;
    const answer = ask(subject);
    answers.set(subject, answer);
    return answer;
  };
}
