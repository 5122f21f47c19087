/** Problems of walks, links and the server itself, in French: those that whoever walks can meet. */
import type { Sentences } from '../sentence.ts'

export const walks = {
  'bug.unexpected': 'Le serveur a échoué, et rien n’a été enregistré. Réessayez.',
  'campaign.erased': 'La campagne a été effacée : rien n’en est gardé.',
  'campaign.over': 'Le dernier scrutin est passé : les adresses ne sont plus montrées.',
  'campaign.unknown': 'Cette clé n’est pas celle de cette campagne. Saisissez la clé de la campagne.',
  'dispatch.closed': [
    [
      /from (\d\d:\d\d) to (\d\d:\d\d)/,
      (from, to) => `On ne frappe aux portes que de ${from} à ${to}. Changez l’heure, ou raccourcissez.`,
    ],
    [
      /silence before the ballot of (\d{4})-(\d\d)-(\d\d)/,
      (year, month, day) =>
        `Le silence avant le scrutin du ${day}/${month}/${year} a commencé. Choisissez une date plus tôt.`,
    ],
    [/last ballot is over/, () => 'Le dernier scrutin est passé : plus aucune tournée ne se donne.'],
    'On ne donne pas de tournée à cette heure, ni si près d’un scrutin. Changez la date ou l’heure.',
  ],
  'idempotency.in_progress': 'Cette demande est déjà en cours. Attendez un instant.',
  'idempotency.other_request': 'Cette demande a changé en chemin. Rechargez la page, puis recommencez.',
  'invitation.full': 'Toutes les tournées de cette invitation sont prises. Demandez-en une à qui organise.',
  'invitation.over': 'Cette invitation est close, ou son heure est passée. Demandez-en une nouvelle.',
  'invitation.unknown': 'Cette invitation n’existe plus. Demandez-en une nouvelle.',
  'key.malformed': 'Ce n’est pas une clé : elle commence par dw_. Copiez-la entière.',
  'key.missing': 'Il manque la clé de la campagne. Saisissez-la.',
  'key.scope': 'Cette clé ne permet pas cela. Demandez-en une autre à qui tient la campagne.',
  'key.unknown': 'Cette clé n’est pas connue, a été supprimée ou a expiré. Demandez-en une nouvelle.',
  'ledger.busy': 'D’autres écrivent au même endroit en ce moment. Réessayez dans un instant.',
  'link.ended': 'Ce lien a été retiré, ou son heure est passée. Demandez-en un nouveau à qui organise.',
  'link.scope': 'Un lien n’ouvre que sa propre tournée. Demandez ce qu’il faut à qui organise.',
  'link.too_many': [
    [
      /has (\d+) links/,
      (count) => `Cette tournée a déjà ${count} liens, pas un de plus. Un nouveau doit remplacer les autres.`,
    ],
    'Cette tournée a autant de liens que possible. Un nouveau lien doit remplacer les autres.',
  ],
  'link.unknown': 'Ce lien n’existe pas ou plus. Demandez-en un nouveau à qui organise.',
  'rate.exceeded': [
    [
      /wait (\d+) second/,
      (seconds) => `Trop de demandes en une minute. Attendez ${seconds} s, puis réessayez.`,
    ],
    'Trop de demandes en une minute. Attendez un peu, puis réessayez.',
  ],
  'region.damaged':
    'Les fichiers de la région ne se lisent plus. Qui tient le serveur doit la préparer à nouveau.',
  'region.format':
    'La région vient d’une autre version de Doorwalk. Qui tient le serveur doit la préparer à nouveau.',
  'region.unknown': 'Cette région n’est plus là. Choisissez-en une autre.',
  'request.bbox': 'Cette partie de la carte ne se lit pas. Rapprochez-vous, puis réessayez.',
  'request.changed': 'Cela a changé depuis que vous l’avez ouvert. Rechargez, puis refaites le changement.',
  'request.content_encoding': 'Le contenu est arrivé compressé. Envoyez-le tel quel.',
  'request.content_type':
    'Ce genre de fichier n’est pas lu ici. Enregistrez-le dans une des formes demandées.',
  'request.cursor': 'La liste a changé entre-temps. Rechargez-la.',
  'request.invalid': 'Une valeur n’est pas acceptée. Corrigez-la, puis réessayez.',
  'request.malformed': 'Le contenu ne se lit pas. Corrigez-le, puis réessayez.',
  'request.method': 'Cela ne se fait pas à cette adresse. Rechargez la page.',
  'request.not_acceptable': 'Cette forme n’existe pas. Choisissez-en une autre.',
  'request.too_deep': 'Le contenu est imbriqué trop profond. Simplifiez-le.',
  'request.too_large': [
    [
      /more than (\d+) bytes/,
      (bytes) =>
        `C’est trop gros : au plus ${Math.floor(Number(bytes) / 1e6)} Mo. Envoyez-le en plusieurs fois.`,
    ],
    'C’est trop gros pour être envoyé. Envoyez-le en plusieurs fois.',
  ],
  'request.too_many': 'Trop d’entrées en une fois. Envoyez-les en plusieurs fois.',
  'request.unknown_address': 'Il n’y a rien à cette adresse.',
  'request.unknown_form': 'Cette forme n’existe pas. Choisissez-en une autre.',
  'service.closing': 'Le serveur s’arrête. Réessayez dans un instant.',
  'start.unreachable': [
    [/outside of the region/, () => 'Ce départ est hors de la région. Posez-le dans la région, sur une rue.'],
    'Ce départ est trop loin de toute rue où l’on marche. Posez-le sur une rue.',
  ],
  'storage.damaged': 'La base de données du serveur est abîmée. Prévenez qui tient le serveur.',
  'storage.full': 'Le disque du serveur est plein : rien n’a été enregistré. Prévenez qui tient le serveur.',
  'storage.unwritable':
    'Le serveur ne peut plus rien écrire : rien n’a été enregistré. Prévenez qui le tient.',
  'store.down': 'La base de données ne répond pas. Réessayez dans un instant.',
  'streets.damaged':
    'Les rues de la région ne se lisent plus. Qui tient le serveur doit la préparer à nouveau.',
  'streets.format':
    'Les rues de la région viennent d’une autre version de Doorwalk. Qui tient le serveur doit la préparer à nouveau.',
  'streets.none': 'Aucune rue où l’on marche ici. Choisissez une autre zone.',
  'walk.busy': 'D’autres changent cette tournée en ce moment. Réessayez dans un instant.',
  'walk.late': 'Le temps a manqué pour calculer la tournée. Réessayez dans un instant.',
  'walk.none_left':
    'Il n’y a plus rien à faire assez près. Partez d’ailleurs, ou choisissez une zone plus grande.',
  'walk.not_leased': 'Cette tournée est un brouillon : donnez d’abord les tournées du plan.',
  'walk.not_yours': 'Cette clé ne change que les tournées faites avec elle. Prenez le lien de la tournée.',
  'walk.nothing_fits': [
    [
      /into (\d+) minutes/,
      (minutes) => `Aucune étape ne tient dans ${minutes} min. Terminez la tournée, ou rendez-la.`,
    ],
    'Aucune étape ne tient dans les minutes qui restent. Terminez la tournée, ou rendez-la.',
  ],
  'walk.over': 'Cette tournée est terminée, rendue, ou son heure est passée. Demandez-en une nouvelle.',
  'walk.unknown': 'Cette tournée n’existe pas ou plus.',
} satisfies Partial<Sentences>
