/** A question whose answer is kept, one per subject. */
export function oncePer<Subject extends object, Answer>(
  ask: (subject: Subject) => Answer,
): (subject: Subject) => Answer {
  const answers = new WeakMap<Subject, Answer>();
  return (subject) => {
    const known = answers.get(subject);
    if (known !== undefined) return known;
    const answer = ask(subject);
    answers.set(subject, answer);
    return answer;
  };
}
