/**
 * Twelve illustrations, one for each kind of task: small woven pictures of people at work, in the five thread colours, so that
 * the dark scheme and an operator's colours hold for them too.
 */
import type { TaskType } from '@/model/vocabularies/task-types';
import { hashThread, runsOf, type Thread } from './weave';

/** The threads by their letters in a drawing; `.` is the page. */
const letters = {
  i: 'ink',
  m: 'marigold',
  l: 'leaf',
  h: 'hibiscus',
  s: 'sky',
  w: 'cloth',
} as const satisfies Record<string, Thread | 'cloth'>;

const [columns, rows] = [28, 14];

/** A cell of cloth for each letter. */
const drawings: Readonly<Record<TaskType, readonly string[]>> = {
  writing: [
    '............................',
    '...iii......................',
    '..iiiii.......wwwwwwwwwwww..',
    '..immmi.......wwwwwwwwwwww.h',
    '..immmi.......wiiiiiiiiwwwhh',
    '...mmm........wwwwwwwwwwwhh.',
    '..sssss.......wiiiiiiiwwhh..',
    '.sssssss......wwwwwwwwwhhw..',
    '.sssssssss....wiiiiiwwhhww..',
    '.sssssssssmmm.wwwwwwwwwwww..',
    '.ssssss..ssmm.wiiiiiiiwwww..',
    'hhhhhhhhhhhhhhhhhhhhhhhhhhhh',
    '..h......................h..',
    '..h......................h..',
  ],
  translation: [
    '..wwwwwwwww......lllllllll..',
    '..wiiwiiiww......lmmlmlmml..',
    '..wwwwwwwww......lmlmmlmll..',
    '..wiiiwiiww......lllllllll..',
    '..wwwwwwwww......lllllllll..',
    '.....ww...............ll....',
    '......w..............l......',
    '...iii................iii...',
    '..iiiii..............iiiii..',
    '..immmi..............immmi..',
    '...mmm................mmm...',
    '..hhhhh..............sssss..',
    '.hhhhhhh............sssssss.',
    '.hhhhhhh............sssssss.',
  ],
  research: [
    '............................',
    '...iii..........iiiiii......',
    '..iiiii........issssssi.....',
    '..immmi.......isswwssssi....',
    '..immmi.......iswsssssii....',
    '...mmm........issssssssi....',
    '..lllll........issssssi.....',
    '.lllllllmm......iiiiiii.....',
    '.llllllmmm............iii...',
    '.lllllll...............iii..',
    '.lllllll................ii..',
    'hhhhhhhhhh..mmmmmmmmmmmmmmm.',
    'hwwwwwwwwh..lwwwwwwwwwwwwwl.',
    'hhhhhhhhhh..mmmmmmmmmmmmmmm.',
  ],
  design: [
    '............................',
    '..hhhhhhhhhhhhhh............',
    '..hwwwwwwwwwwwwh....iii.....',
    '..hwwwmmwwwwwwwh...iiiii....',
    '..hwwmmmmwwwlwwh...immmi....',
    '..hwwwmmwwwlllwh...immmi....',
    '..hwwwwwwwlllllh....mmm.....',
    '..hwwwslwlllllsi...sssss....',
    '..hsssssssssss.iimmsssss....',
    '..hhhhhhhhhhhhhhimmmsssss...',
    '.....i......i......ssssss...',
    '....i........i.....ssssss...',
    '...i..........i....ss..ss...',
    '..i............i...ii..ii...',
  ],
  web: [
    '...........iiii.............',
    '..........iiiiii............',
    '..........immmmi............',
    '..........immmmi............',
    '...........mmmm.............',
    '.........hhhhhhhh...........',
    '........hhhhhhhhhh..........',
    '.....iiiiiiiiiiiiiiiiii.....',
    '.....issssssssssssssssi.....',
    '.....iswwwsswwwwwwwwssi.....',
    '.....issssssssssssssssi.....',
    '.....isllllsswwwwwssssi.....',
    '...iiiiiiiiiiiiiiiiiiiiii...',
    '...wwwwwwwwwwwwwwwwwwwwww...',
  ],
  communication: [
    '............................',
    '...iii...............m....m.',
    '..iiiii...........hhh..mm...',
    '..immmi........hhhhhh.......',
    '..immmi.....hhhhhhhhh.mmmmm.',
    '...mmm...iihhhhhhhhhh.......',
    '..sssss.mmihhhhhhhhhh.mmmmm.',
    '.ssssssmmm..hhhhhhhhh.......',
    '.sssssssm......hhhhhh..mm...',
    '.sssssss..........hhh.m....m',
    '.sssssss....................',
    '.sssssss....................',
    '..ss.ss.....................',
    '..ii.ii.....................',
  ],
  teaching: [
    'iiiiiiiiiiiiiiiiii..........',
    'illllllllllllllllli..iii....',
    'ilwlwwllwwwlwwlllli.iiiii...',
    'ilwwlwllwllllwlllli.immmi...',
    'ilwlwwllwwwlwwllllimimmmi...',
    'illllllllllllllllmm..mmm....',
    'iiiiiiiiiiiiiiiiiimhhhhhh...',
    '..................hhhhhhh...',
    '...iii......iii.....hhhhh...',
    '..iiiii....iiiii....hhhhh...',
    '..iiiii....iiiii....hhhhh...',
    '...mmm......mmm.....hhhhh...',
    '..sssss....mmmmm....i...i...',
    '.sssssss..mmmmmmm...i...i...',
  ],
  project: [
    '...................h........',
    '..................hhh.......',
    '..iii............hhhhh......',
    '.iiiii..........hhhhhhh.....',
    '.immmi.........hhhhhhhhh....',
    '.immmi..........lllllll.....',
    '..mmm...........llwwwll.....',
    '.sssss..........llwwwll.....',
    'sssssssmm.......lllllll.....',
    'sssssss.mm.mmmm.lliilll.....',
    'sssssss...mmmm..lliilll.....',
    '.ss.ss...........mmmmmmmmmm.',
    '.ss.ss...mmmmmmmmmmmmmmmmmm.',
    '.ii.ii..mmmmmmmmmmmmmmmmmmmm',
  ],
  management: [
    '.......................mm...',
    '......................mmmm..',
    '..iii................mmmmmm.',
    '.iiiii.................mm...',
    '.immmi............sss..mm...',
    '.immmi............sss..mm...',
    '..mmm.............sss.......',
    '.hhhhh.......lll..sss.......',
    'hhhhhhhmmm...lll..sss..hhh..',
    'hhhhhhh..mm..lll..sss..hhh..',
    'hhhhhhh..mmm.lll..sss..hhh..',
    '.hh.hh...mmm.lll..sss..hhh..',
    '.hh.hh...mmm.lll..sss..hhh..',
    '.ii.ii.iiiiiiiiiiiiiiiiiiiii',
  ],
  advice: [
    '.............mmm............',
    '...........mmmmmmm..........',
    '...iii.....mmmmmmm....iii...',
    '..iiiii.....mmmmm....iiiii..',
    '..immmi.....mmmmm....immmi..',
    '..immmi......www.....immmi..',
    '...mmm.......www......mmm...',
    '..lllll..............hhhhh..',
    '.lllllll............hhhhhhh.',
    '.llllllmm..........mmhhhhhh.',
    '.lllllllmm........mmhhhhhhh.',
    'iiiiiiiiiiiiiiiiiiiiiiiiiiii',
    '.....i................i.....',
    '.....i................i.....',
  ],
  data: [
    '............................',
    '.iiiiiiiiiiiiiiii...iii.....',
    '.ihhhihhhhhihhhhi..iiiii....',
    '.iiiiiiiiiiiiiiii..immmi....',
    '.iwwwiwwwwwiswwwi..immmi....',
    '.iiiiiiiiiiiiiiii...mmm.....',
    '.iwwwiwwwwwissswi..lllll....',
    '.iiiiiiiiiiiiiiiimmlllll....',
    '.iwwwiwwwwwisswwimmmllll....',
    '.iiiiiiiiiiiiiiii..lllll....',
    '.iwwwiwwwwwissssi..lllll....',
    '.iiiiiiiiiiiiiiii..lllll....',
    '...................ll.ll....',
    '...................ii.ii....',
  ],
  coordination: [
    '............................',
    '..iii....iii....iii....iii..',
    '.iiiii..iiiii..iiiii..iiiii.',
    '.immmi..immmi..immmi..immmi.',
    '.immmi..immmi..immmi..immmi.',
    '..mmm....mmm....mmm....mmm..',
    '.hhhhh..lllll..sssss..iiiii.',
    'hhhhhhhlllllllsssssssiiiiiii',
    'h.hhhhmm.lllmm.sssmm.iiiiiii',
    '.hhhhh..lllll..sssss..iiiii.',
    '.hhhhh..lllll..sssss..iiiii.',
    '.hh.hh..ll.ll..ss.ss..ii.ii.',
    '.hh.hh..ll.ll..ss.ss..ii.ii.',
    '.mm.mm..mm.mm..mm.mm..mm.mm.',
  ],
};

const kinds = Object.keys(drawings) as TaskType[];

/** The kind of task by which an entry is illustrated: its own, or always the same one of all. */
export const illustratedTask = (id: string, tasks: readonly TaskType[] = []): TaskType =>
  tasks[0] ?? kinds[hashThread(id) % kinds.length] ?? 'writing';

/** The gaps between threads, over all cells. */
const gaps = [
  ...Array.from({ length: columns - 1 }, (_, x) => `M${x + 1} 0v${rows}`),
  ...Array.from({ length: rows - 1 }, (_, y) => `M0 ${y + 1}h${columns}`),
].join('');

/** The illustration of a kind of task as SVG, in the classes of the style sheet. */
export function illustrationSvg(task: TaskType): string {
  const drawing = drawings[task];
  const paths = Object.entries(letters).map(([letter, thread]) => {
    const runs = runsOf((x, y) => drawing[y]?.[x] === letter, columns, rows);
    return `<path class="thread-${thread}" d="${runs}"></path>`;
  });
  return (
    `<svg class="illustration" viewBox="0 0 ${columns} ${rows}" aria-hidden="true">` +
    `<g transform="translate(0 .5)">${paths.join('')}</g><path class="illustration-gaps" d="${gaps}"></path></svg>`
  );
}
