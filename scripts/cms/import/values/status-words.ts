/** The words with which sheets say the status of a listing: `ouvert`, `Filled`, `cerrada`. */
import type { OpportunityStatus } from '@/model/vocabularies/kinds';

/** Words for statuses besides their labels, folded. */
export const statusWords: Readonly<Record<OpportunityStatus, readonly string[]>> = {
  draft: ['draft', 'new', 'brouillon', 'nouveau', 'borrador', 'nuevo', 'nueva'],
  review: [
    ...['review', 'in review', 'pending', 'to check', 'submitted'],
    ...['en relecture', 'en attente', 'a verifier', 'a valider', 'soumis', 'soumise'],
    ...['en revision', 'pendiente', 'por revisar', 'enviado', 'enviada'],
  ],
  open: [
    ...['open', 'opened', 'active', 'live', 'published', 'approved', 'current', 'ongoing'],
    ...['a pourvoir', 'ouvert', 'ouverte', 'actif', 'publie', 'publiee', 'approuve', 'approuvee', 'valide', 'validee', 'en cours'],
    ...['abierto', 'abierta', 'activo', 'activa', 'publicado', 'publicada', 'aprobado', 'aprobada', 'vigente'],
  ],
  paused: [
    ...['paused', 'on hold', 'suspended', 'en pause', 'suspendu', 'suspendue', 'suspendido', 'suspendida'],
    ...['en pausa', 'pausado', 'pausada'],
  ],
  filled: [
    ...['filled', 'assigned', 'complete', 'full', 'pourvu', 'pourvue', 'attribue', 'attribuee', 'complet'],
    ...['complete', 'cubierto', 'cubierta', 'asignado', 'asignada', 'completo', 'completa'],
  ],
  closed: [
    ...['closed', 'expired', 'ended', 'finished', 'done', 'archived', 'past', 'completed', 'inactive', 'cancelled', 'canceled'],
    ...['ferme', 'fermee', 'clos', 'close', 'cloture', 'cloturee', 'termine', 'terminee', 'archive', 'archivee'],
    ...['expire', 'expiree', 'cerrado', 'cerrada', 'terminado', 'terminada', 'finalizado', 'finalizada'],
    ...['vencido', 'vencida', 'archivado', 'archivada', 'inactivo', 'inactiva', 'cancelado', 'cancelada'],
    ...['inactif', 'annule', 'annulee'],
  ],
}; // prettier-ignore
