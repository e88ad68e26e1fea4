import { site } from '#src/site.ts';

const { call, price, retention } = site;
const day = price.day.map((sum) => sum.toLocaleString('en')).join('–');

/** What people ask before they start. */
interface Asked {
  readonly question: string;
  readonly answer: string;
  /** Where more of it stands. */
  readonly more?: { readonly href: string; readonly label: string };
}

export const asked: readonly Asked[] = [
  {
    question: 'How exact is the number?',
    answer:
      'It is an estimate from your answers, not a measurement of your app. So it comes with a band: of ten apps with your answers we expect eight within it. As a rule, each “I don’t know” leaves it wider. Only a load test settles it.',
  },
  {
    question: 'Do you need my code or a login?',
    answer:
      'No. The questions are about what you can see in your tool. There is nothing to upload and no access to give.',
  },
  {
    question: 'I am not technical. Can I answer the questions?',
    answer:
      'Yes. They are put in plain words, and where it helps they say which screen to open. What you cannot find out you answer with “I don’t know”, and the model reckons with the usual range.',
  },
  {
    question: 'My app works. Why look now?',
    answer:
      'Because it works right up to the limit. The line at the top of this page hardly moves until shortly before the app gives, so there is little warning. And a repair is easier on a quiet day than on the day of the crowd.',
  },
  {
    question: 'Can I not just buy a bigger plan?',
    answer:
      'Sometimes that is right. The report rates it like any other repair, with the load before and after, so that you see whether the money buys anything.',
  },
  {
    question: 'What do you store?',
    answer: `While you answer: nothing. The answers stay in your browser. When you have the report mailed or book a call, we keep your address and your answers for ${retention.leadDays} days at most.`,
    more: { href: '/privacy/', label: 'All of it, in detail' },
  },
  {
    question: 'What does it cost?',
    answer: `The rating and the ${call.minutes} minutes are free. If you then want the repairs done by us, a day of work costs ${price.currency} ${day}.`,
  },
];
