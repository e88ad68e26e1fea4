import { answering, type Reply, type Request } from '#src/quiz/rater.ts';
import { remembering } from './_look.ts';

const answer = answering(remembering(), (reply: Reply) => postMessage(reply));

addEventListener('message', ({ data }: MessageEvent<Request>) => answer(data));
