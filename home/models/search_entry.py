from django.db import models


class SearchEntry(models.Model):
    title = models.CharField(max_length=255)


class SearchTerm(models.Model):
    entry = models.ForeignKey(SearchEntry, on_delete=models.CASCADE)
