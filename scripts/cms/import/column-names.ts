/** The names that people give the columns of their sheets, besides the fields' own labels. */
import type { ImportType } from './import-types';

/** In English, French and Spanish, by the field's path. Letter case, accents and signs don't matter. */
export const usualColumnNames: Readonly<Record<ImportType, Readonly<Record<string, readonly string[]>>>> = {
  opportunity: {
    title: [
      ...['position title', 'post title', 'poste', 'título', 'titre'],
      ...['position', 'role', 'opportunity', 'opportunity title', 'opportunity name', 'task title', 'job title', 'role title'],
      ...['intitulé', 'intitulé de la mission', 'intitulé du poste', 'titre de la mission', 'mission', 'nom de la mission', 'libellé'],
      ...['nombre', 'puesto', 'oportunidad', 'título de la oportunidad', 'nombre de la oportunidad', 'nombre del voluntariado'],
    ],
    summary: [
      ...['short description', 'teaser', 'in short', 'abstract'],
      ...['en bref', 'description courte', 'chapeau', 'accroche'],
      ...['descripción corta', 'descripción breve', 'en breve'],
    ],
    task: [
      ...['detail', 'details', 'about the role', 'terms of reference', 'what they would do', 'détail', 'détails', 'texte', 'ce qu’on attend', 'detalle', 'detalles', 'explicación'],
      ...['description', 'task', 'tasks', 'task description', 'duties', 'responsibilities', 'what you will do', 'activities'],
      ...['description de la mission', 'description de la tâche', 'descriptif', 'tâche', 'tâches', 'activités', 'ce que vous ferez'],
      ...['tarea', 'tareas', 'descripción', 'descripción de la tarea', 'actividades', 'funciones', 'qué se hará', 'qué harás'],
    ],
    deliverable: [
      ...['deliverable', 'deliverables', 'output', 'outputs', 'expected result', 'expected results'],
      ...['livrable', 'livrables', 'livrable attendu', 'livrables attendus', 'résultat attendu', 'résultats attendus', 'à rendre'],
      ...['entregable', 'entregables', 'resultado esperado', 'resultados esperados', 'producto'],
    ],
    impact: [
      ...['impact', 'why', 'purpose', 'benefit'],
      ...['utilité', 'pourquoi', 'objectif', 'à quoi ça sert'],
      ...['impacto', 'por qué', 'objetivo', 'para qué sirve'],
    ],
    requirements: [
      ...['requirements', 'profile', 'qualifications', 'skills required', 'candidate profile', 'who we are looking for'],
      ...['profil', 'profil recherché', 'compétences requises', 'qualifications requises'],
      ...['requisitos', 'perfil', 'perfil buscado', 'perfil requerido', 'qué se necesita', 'qué se pide'],
    ],
    learning: ['learning', 'what you learn', 'apprentissages', 'aprendizaje', 'aprendizajes'],
    organization: [
      ...['institution', 'host institution', 'institución', 'institución solicitante', 'unidad'],
      ...['organisation', 'organization name', 'organisation name', 'ngo', 'host', 'host organization', 'posted by', 'charity'],
      ...['charity name', 'partner', 'association', 'ong', 'structure', 'structure d’accueil', 'organisme', 'nom asso'],
      ...['nom de l’association', 'organización', 'entidad', 'asociación', 'organización responsable', 'nombre de la entidad'],
    ],
    taskTypes: [
      ...['task type', 'type of task', 'category', 'type of work'],
      ...['type de tâche', 'type de mission', 'catégorie', 'nature de la mission'],
      ...['tipo de tarea', 'categoría', 'tipo de trabajo'],
    ],
    causes: [
      ...['cause', 'cause area', 'focus area', 'theme', 'themes', 'topic', 'sector', 'field'],
      ...['thème', 'thèmes', 'thématique', 'domaine', 'secteur'],
      ...['causa', 'tema', 'temas', 'ámbito', 'área temática', 'sector'],
    ],
    sdgs: ['sdg', 'sdgs', 'global goals', 'odd', 'ods', 'objectifs', 'objetivos'],
    skills: ['skill', 'skills', 'compétence', 'compétences', 'habilidad', 'habilidades', 'competencias'],
    countries: [
      ...['duty country', 'country of work'],
      ...['country', 'countries', 'beneficiary country', 'beneficiary countries'],
      ...['pays', 'pays bénéficiaire', 'pays bénéficiaires', 'pays d’intervention'],
      ...['país', 'países', 'país beneficiario', 'países beneficiarios'],
    ],
    languages: [
      ...['language', 'languages', 'working language', 'working languages', 'language required'],
      ...['langue', 'langues', 'langue de travail', 'langue requise', 'langues requises'],
      ...['idioma', 'idiomas', 'idioma de trabajo', 'idioma requerido'],
    ],
    hours: [
      ...['workload', 'rythme', 'temps demandé', 'disponibilidad horaria'],
      ...['hours', 'hours per week', 'weekly hours', 'time commitment', 'commitment', 'hours week'],
      ...['heures', 'heures par semaine', 'heures semaine', 'temps par semaine', 'disponibilité', 'charge', 'charge h sem'],
      ...['horas', 'horas por semana', 'horas a la semana', 'dedicación', 'horas semanales', 'tiempo'],
    ],
    'hours.min': ['min hours', 'min hours week', 'heures min', 'heures min semaine', 'horas min', 'horas min semana'],
    'hours.max': ['max hours', 'max hours week', 'heures max', 'heures max semaine', 'horas max', 'horas max semana'],
    length: ['length', 'how long', 'période', 'sur combien de temps', 'por cuánto tiempo', 'vigencia', 'duration', 'durée', 'durée de la mission', 'duración', 'duración de la tarea'],
    'length.weeks': ['duration weeks', 'durée semaines', 'duración semanas', 'weeks', 'number of weeks', 'semaines', 'nombre de semaines', 'semanas', 'número de semanas'],
    'closes.date': [
      ...['need by', 'date fin', 'date de fin de candidature', 'cuándo cierra'],
      ...['deadline', 'closing date', 'closes', 'apply by', 'application deadline', 'deadline to apply', 'expires'],
      ...['date limite', 'date de clôture', 'clôture', 'jusqu’au', 'échéance', 'à pourvoir avant le'],
      ...['fecha límite', 'fecha de cierre', 'cierre', 'cierra', 'plazo', 'hasta'],
    ],
    'closes.zone': ['time zone', 'timezone', 'fuseau', 'fuseau horaire', 'zona horaria', 'huso horario'],
    posted: [
      ...['date posted', 'publication date', 'published', 'published on'],
      ...['date de publication', 'publié le', 'publication', 'mise en ligne'],
      ...['fecha de publicación', 'publicado', 'publicación'],
    ],
    starts: ['start', 'start date', 'début', 'date de début', 'inicio', 'fecha de inicio'],
    places: [
      ...['how many', 'number of posts', 'positions', 'combien', 'cuántas personas', 'cuántos'],
      ...['number of volunteers', 'volunteers needed', 'vacancies', 'openings', 'spots', 'spots available', 'places', 'slots'],
      ...['vol requests', 'nombre de volontaires', 'nombre de bénévoles', 'nb bénévoles', 'nb volontaires', 'nombre de places'],
      ...['postes', 'effectif', 'plazas', 'vacantes', 'cupos', 'número de voluntarios', 'número de plazas', 'personas'],
    ],
    minimumAge: ['minimum age', 'min age', 'age', 'âge', 'âge minimum', 'edad', 'edad mínima'],
    status: ['state', 'état', 'statut', 'estado', 'situación'],
  },
  organization: {
    name: [
      ...['organization', 'organisation', 'organization name', 'ngo', 'title'],
      ...['nom', 'nom de l’organisation', 'association', 'ong', 'raison sociale'],
      ...['nombre', 'organización', 'nombre de la organización', 'entidad', 'razón social'],
    ],
    acronym: ['abbreviation', 'short name', 'sigle', 'sigla', 'siglas', 'acrónimo'],
    summary: ['short description', 'in short', 'en bref', 'description courte', 'descripción breve'],
    mission: ['description', 'about', 'présentation', 'à propos', 'descripción', 'presentación', 'misión'],
    kind: ['type', 'type of organization', 'statut juridique', 'type d’organisation', 'tipo', 'tipo de organización'],
    country: ['country', 'country of registration', 'pays', 'pays d’enregistrement', 'país', 'país de registro'],
    registrationNumber: [
      ...['registration', 'registration no', 'reg no', 'charity number'],
      ...['numéro d’enregistrement', 'n° d’enregistrement', 'récépissé', 'numéro'],
      ...['número de registro', 'n.º de registro', 'registro', 'personería jurídica'],
    ],
    countries: ['countries', 'countries of work', 'pays d’intervention', 'países', 'países donde trabaja'],
    causes: ['cause', 'theme', 'themes', 'sector', 'thème', 'thèmes', 'domaine', 'secteur', 'causa', 'tema', 'ámbito'],
    languages: ['language', 'contact language', 'langue', 'langues', 'idioma', 'idiomas'],
    website: ['web', 'site', 'url', 'site web', 'site internet', 'sitio web', 'página web', 'web site'],
    joined: ['member since', 'date added', 'membre depuis', 'inscription', 'miembro desde', 'alta'],
    status: ['state', 'état', 'statut', 'estado'],
  },
}; // prettier-ignore
